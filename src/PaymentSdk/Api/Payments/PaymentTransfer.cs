using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A transfer from a bank account.</summary>
public sealed record PaymentTransfer : ApiObject
{
    /// <summary>The bank; null in versions before 2022-11-16, see <see cref="Bank"/>.</summary>
    public BankCode? BankCode { get; init; }

    /// <summary>The bank's name in versions before 2022-11-16.</summary>
    public string? Bank { get; init; }

    /// <summary>Whether it has been settled.</summary>
    public SettlementStatus? SettlementStatus { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [BankCode, SettlementStatus]);
}
