using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The details of a payment by bank transfer.</summary>
public sealed record PaymentTransfer : ApiObject
{
    /// <summary>The code of the bank. Null in API versions before 2022-11-16; see <see cref="Bank"/>.</summary>
    public BankCode? BankCode { get; init; }

    /// <summary>The name of the bank, in API versions before 2022-11-16.</summary>
    public string? Bank { get; init; }

    /// <summary>Whether the payment has been settled.</summary>
    public SettlementStatus? SettlementStatus { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [BankCode, SettlementStatus]);
}
