using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>An account behind a billing key.</summary>
public sealed record BillingTransfer : ApiObject
{
    /// <summary>The bank.</summary>
    public string? BankName { get; init; }

    /// <summary>Its number, masked.</summary>
    public string? BankAccountNumber { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [BankName]);
}
