using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Who pays the interest of instalments. An unknown payer is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<InterestPayer>)), OpenValue("payer")]
public readonly partial record struct InterestPayer : IOpenValue<InterestPayer>
{
    /// <summary>The buyer.</summary>
    public static InterestPayer Buyer { get; } = new("BUYER");

    /// <summary>The card company.</summary>
    public static InterestPayer CardCompany { get; } = new("CARD_COMPANY");

    /// <summary>The shop.</summary>
    public static InterestPayer Merchant { get; } = new("MERCHANT");
}
