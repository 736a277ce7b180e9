using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A registered card.</summary>
public sealed record BrandPayCard : ApiObject
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>What pays and removes it.</summary>
    public required string MethodKey { get; init; }

    /// <summary>The buyer's name for it.</summary>
    public string? Alias { get; init; }

    /// <summary>Its product name.</summary>
    public string? CardName { get; init; }

    /// <summary>Its number, masked.</summary>
    public string? CardNumber { get; init; }

    /// <summary>Who issued it.</summary>
    public CardIssuerCode? IssuerCode { get; init; }

    /// <summary>Who acquires its payments.</summary>
    public CardIssuerCode? AcquirerCode { get; init; }

    /// <summary>Of a person or a company.</summary>
    public CardOwnerType? OwnerType { get; init; }

    /// <summary>Credit, check or gift card.</summary>
    public CardType? CardType { get; init; }

    /// <summary>From which amount it takes instalments.</summary>
    public decimal? InstallmentMinimumAmount { get; init; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>Whether it is in use.</summary>
    public BrandPayMethodStatus? Status { get; init; }

    /// <summary>The name of its icon.</summary>
    public string? Icon { get; init; }

    /// <summary>Its icon.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? IconUrl { get; init; }

    /// <summary>Its picture.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? CardImgUrl { get; init; }

    /// <summary>Its colours.</summary>
    public BrandPayColor? Color { get; init; }

    /// <summary>Its promotions.</summary>
    public IReadOnlyList<Promotion>? Promotions { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [IssuerCode, CardType, Status]);
}
