using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What a 3-D Secure check of the card gave; by contract.</summary>
public sealed record CardVerification
{
    /// <summary>The proof.</summary>
    public required string Cavv { get; init; }

    /// <summary>The transaction of the check.</summary>
    public required string Xid { get; init; }

    /// <summary>How far the check went.</summary>
    public required string Eci { get; init; }

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Eci]);
}
