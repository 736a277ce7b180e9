using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The bank account to which the buyer wants refunds to be sent.</summary>
public sealed record PaymentRefundAccount : ApiObject
{
    /// <summary>The code of the bank.</summary>
    public BankCode? BankCode { get; init; }

    /// <summary>The name of the bank, in API versions before 2022-11-16.</summary>
    public string? Bank { get; init; }

    /// <summary>The account number.</summary>
    public string? AccountNumber { get; init; }

    /// <summary>The name of the account holder.</summary>
    public string? HolderName { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [BankCode]);
}
