using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A terms document to which a buyer can agree.</summary>
public sealed record BrandPayTerms : ApiObject
{
    /// <summary>The id of the terms, as used in <see cref="BrandPayAgreement.TermsId"/>.</summary>
    public required long Id { get; init; }

    /// <summary>The title of the terms.</summary>
    public string? Title { get; init; }

    /// <summary>The version of the terms.</summary>
    public string? Version { get; init; }

    /// <summary>The URL of the page with the terms.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? Url { get; init; }

    /// <summary>Whether the buyer must agree to the terms.</summary>
    public bool? Required { get; init; }

    /// <summary>Whether the buyer has agreed to the terms.</summary>
    public bool? Agreed { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Id, Title, Required, Agreed]);
}
