using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A card that a buyer has registered with BrandPay.</summary>
public sealed record BrandPayCard : ApiObject
{
    /// <summary>The id of the card.</summary>
    public string? Id { get; init; }

    /// <summary>The method key, with which the card is charged or removed.</summary>
    public required string MethodKey { get; init; }

    /// <summary>The name that the buyer gave to the card.</summary>
    public string? Alias { get; init; }

    /// <summary>The product name of the card.</summary>
    public string? CardName { get; init; }

    /// <summary>The masked card number.</summary>
    public string? CardNumber { get; init; }

    /// <summary>The card issuer.</summary>
    public CardIssuerCode? IssuerCode { get; init; }

    /// <summary>The card acquirer.</summary>
    public CardIssuerCode? AcquirerCode { get; init; }

    /// <summary>Whether the card belongs to a person or to a company.</summary>
    public CardOwnerType? OwnerType { get; init; }

    /// <summary>The kind of the card: credit, debit or gift.</summary>
    public CardType? CardType { get; init; }

    /// <summary>The smallest amount that can be paid in installments with this card.</summary>
    public decimal? InstallmentMinimumAmount { get; init; }

    /// <summary>The time at which the card was registered.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>Whether the card is in use or removed.</summary>
    public BrandPayMethodStatus? Status { get; init; }

    /// <summary>The name of the card's icon.</summary>
    public string? Icon { get; init; }

    /// <summary>The URL of the card's icon.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? IconUrl { get; init; }

    /// <summary>The URL of the card's picture.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? CardImgUrl { get; init; }

    /// <summary>The colors in which to show the card.</summary>
    public BrandPayColor? Color { get; init; }

    /// <summary>The promotions that apply to the card.</summary>
    public IReadOnlyList<Promotion>? Promotions { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [IssuerCode, CardType, Status]);
}
