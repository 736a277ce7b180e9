using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The bank account of a seller.</summary>
public sealed record SellerAccount : ApiObject
{
    /// <summary>The bank; v2 writes three digits, e.g. <c>092</c>.</summary>
    public BankCode? BankCode { get; init; }

    /// <summary>At most 20 digits.</summary>
    public string? AccountNumber { get; init; }

    /// <summary>The holder: 30 Korean or 60 Latin characters.</summary>
    public string? HolderName { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [BankCode]);
}
