using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What the API says of an agreement.</summary>
public sealed record BrandPayResult : ApiObject
{
    /// <summary>Its word.</summary>
    public string? Code { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Code]);
}
