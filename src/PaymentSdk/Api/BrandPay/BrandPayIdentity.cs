using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Who a buyer is, as an identity check of the shop's own found.</summary>
public sealed record BrandPayIdentity
{
    /// <summary>The connecting information.</summary>
    public string? Ci { get; init; }

    /// <summary>Digits.</summary>
    public string? MobilePhone { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Birth date and first digit behind it.</summary>
    public string? Rrn { get; init; }

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [], [Ci]);
}
