using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The bank account that the buyer named for refunds.</summary>
public sealed record PaymentRefundAccount : ApiObject
{
    /// <summary>The bank.</summary>
    public BankCode? BankCode { get; init; }

    /// <summary>The bank's name in versions before 2022-11-16.</summary>
    public string? Bank { get; init; }

    /// <summary>The account number.</summary>
    public string? AccountNumber { get; init; }

    /// <summary>The holder.</summary>
    public string? HolderName { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [BankCode]);
}
