using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The result of a 3-D Secure check of the card. Its use requires a contract with the provider.</summary>
public sealed record CardVerification
{
    /// <summary>The authentication value (CAVV) that proves the check.</summary>
    public required string Cavv { get; init; }

    /// <summary>The transaction id (XID) of the check.</summary>
    public required string Xid { get; init; }

    /// <summary>The electronic commerce indicator (ECI), which gives the outcome of the check.</summary>
    public required string Eci { get; init; }

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Eci]);
}
