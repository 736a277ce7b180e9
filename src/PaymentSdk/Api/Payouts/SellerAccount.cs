using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The bank account of a seller.</summary>
public sealed record SellerAccount : ApiObject
{
    /// <summary>The code of the bank; v2 uses three digits, e.g. <c>092</c>.</summary>
    public BankCode? BankCode { get; init; }

    /// <summary>The account number, at most 20 digits.</summary>
    public string? AccountNumber { get; init; }

    /// <summary>The name of the account holder: at most 30 Korean or 60 Latin characters.</summary>
    public string? HolderName { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [BankCode]);
}
