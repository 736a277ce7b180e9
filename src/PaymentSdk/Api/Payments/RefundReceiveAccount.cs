using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>The bank account that receives the refund of a paid virtual account.</summary>
public sealed record RefundReceiveAccount
{
    /// <summary>The bank's code, e.g. <c>88</c>; leading zeros matter.</summary>
    public required string Bank { get; init; }

    /// <summary>Digits only, at most 20.</summary>
    public required string AccountNumber { get; init; }

    /// <summary>The holder's name, at most 60 characters.</summary>
    public required string HolderName { get; init; }

    // Account number and holder are personal data: they are never printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Bank], [AccountNumber, HolderName]);
}
