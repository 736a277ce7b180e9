using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>One text that a buyer agrees to.</summary>
public sealed record BrandPayTerms : ApiObject
{
    /// <summary>What to agree with.</summary>
    public required long Id { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }

    /// <summary>Its page.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? Url { get; init; }

    /// <summary>Whether it must be agreed to.</summary>
    public bool? Required { get; init; }

    /// <summary>Whether the buyer has.</summary>
    public bool? Agreed { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Id, Title, Required, Agreed]);
}
