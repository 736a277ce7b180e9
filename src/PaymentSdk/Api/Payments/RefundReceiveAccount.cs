using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>The bank account that receives the refund of a paid virtual account.</summary>
public sealed record RefundReceiveAccount
{
    /// <summary>The code of the bank, e.g. <c>88</c>; leading zeros are significant.</summary>
    public required string Bank { get; init; }

    /// <summary>The account number: digits only, at most 20.</summary>
    public required string AccountNumber { get; init; }

    /// <summary>The name of the account holder, at most 60 characters.</summary>
    public required string HolderName { get; init; }

    // The account number and the holder are personal data and are never printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Bank], [AccountNumber, HolderName]);
}
