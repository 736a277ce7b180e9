using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The identity of a buyer, as verified by the shop's own identity check.</summary>
public sealed record BrandPayIdentity
{
    /// <summary>The connecting information (CI) of the buyer.</summary>
    public string? Ci { get; init; }

    /// <summary>The mobile phone number, digits only.</summary>
    public string? MobilePhone { get; init; }

    /// <summary>The name of the buyer.</summary>
    public string? Name { get; init; }

    /// <summary>The beginning of the resident registration number: the birth date and the first digit after it.</summary>
    public string? Rrn { get; init; }

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [], [Ci]);
}
