using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The party that pays the interest of installments. An unknown payer is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<InterestPayer>)), OpenValue("payer")]
public readonly partial record struct InterestPayer : IOpenValue<InterestPayer>
{
    /// <summary>The buyer pays the interest.</summary>
    public static InterestPayer Buyer { get; } = new("BUYER");

    /// <summary>The card company pays the interest.</summary>
    public static InterestPayer CardCompany { get; } = new("CARD_COMPANY");

    /// <summary>The shop pays the interest.</summary>
    public static InterestPayer Merchant { get; } = new("MERCHANT");
}
