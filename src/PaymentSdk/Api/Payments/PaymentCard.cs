using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The card that paid.</summary>
public sealed record PaymentCard : ApiObject
{
    /// <summary>What the card company was asked for, instant discount included.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The issuer; null in versions before 2022-11-16, see <see cref="Company"/>.</summary>
    public CardIssuerCode? IssuerCode { get; init; }

    /// <summary>The acquirer.</summary>
    public CardIssuerCode? AcquirerCode { get; init; }

    /// <summary>The issuer's name in versions before 2022-11-16.</summary>
    public string? Company { get; init; }

    /// <summary>The card number, masked with <c>*</c>.</summary>
    public string? Number { get; init; }

    /// <summary>Months of instalments; 0 is a lump sum.</summary>
    public int? InstallmentPlanMonths { get; init; }

    /// <summary>The approval number, at most 8 characters.</summary>
    public string? ApproveNo { get; init; }

    /// <summary>Whether card points were used.</summary>
    public bool? UseCardPoint { get; init; }

    /// <summary>Credit, debit or gift.</summary>
    public CardType? CardType { get; init; }

    /// <summary>A person's or a company's.</summary>
    public CardOwnerType? OwnerType { get; init; }

    /// <summary>How far it has been acquired.</summary>
    public AcquireStatus? AcquireStatus { get; init; }

    /// <summary>Whether the instalments bear no interest.</summary>
    public bool? IsInterestFree { get; init; }

    /// <summary>Who pays the interest.</summary>
    public InterestPayer? InterestPayer { get; init; }

    /// <summary>The receipt page, in old versions. An https address; null when the answer names another one.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? ReceiptUrl { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Amount, IssuerCode, InstallmentPlanMonths, CardType, AcquireStatus]);
}
