using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The colours of a card or account.</summary>
public sealed record BrandPayColor : ApiObject
{
    /// <summary>Behind.</summary>
    public string? Background { get; init; }

    /// <summary>In front.</summary>
    public string? Text { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Background, Text]);
}
