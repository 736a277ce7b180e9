using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A bank account that is charged through a billing key.</summary>
public sealed record BillingTransfer : ApiObject
{
    /// <summary>The name of the bank.</summary>
    public string? BankName { get; init; }

    /// <summary>The masked account number.</summary>
    public string? BankAccountNumber { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [BankName]);
}
