using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The card with which a payment was made.</summary>
public sealed record PaymentCard : ApiObject
{
    /// <summary>The amount requested from the card company, including the instant discount.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The card issuer. Null in API versions before 2022-11-16; see <see cref="Company"/>.</summary>
    public CardIssuerCode? IssuerCode { get; init; }

    /// <summary>The card acquirer.</summary>
    public CardIssuerCode? AcquirerCode { get; init; }

    /// <summary>The name of the issuer, in API versions before 2022-11-16.</summary>
    public string? Company { get; init; }

    /// <summary>The card number, masked with <c>*</c>.</summary>
    public string? Number { get; init; }

    /// <summary>The number of monthly installments; 0 is a lump sum.</summary>
    public int? InstallmentPlanMonths { get; init; }

    /// <summary>The approval number of the card company, at most 8 characters.</summary>
    public string? ApproveNo { get; init; }

    /// <summary>Whether card points were used.</summary>
    public bool? UseCardPoint { get; init; }

    /// <summary>The kind of the card: credit, debit or gift.</summary>
    public CardType? CardType { get; init; }

    /// <summary>Whether the card belongs to a person or to a company.</summary>
    public CardOwnerType? OwnerType { get; init; }

    /// <summary>The acquiring status of the payment.</summary>
    public AcquireStatus? AcquireStatus { get; init; }

    /// <summary>Whether the installments bear no interest.</summary>
    public bool? IsInterestFree { get; init; }

    /// <summary>The party that pays the interest of the installments.</summary>
    public InterestPayer? InterestPayer { get; init; }

    /// <summary>
    /// The URL of the receipt page, in old versions of the API (https, or http on loopback); null when the answer contains any other URL.
    /// </summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? ReceiptUrl { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Amount, IssuerCode, InstallmentPlanMonths, CardType, AcquireStatus]);
}
