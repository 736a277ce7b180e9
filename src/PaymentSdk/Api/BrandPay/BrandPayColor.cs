using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The colors in which to show a card or account.</summary>
public sealed record BrandPayColor : ApiObject
{
    /// <summary>The background color.</summary>
    public string? Background { get; init; }

    /// <summary>The text color.</summary>
    public string? Text { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Background, Text]);
}
