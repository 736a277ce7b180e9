using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Who pays the interest of instalments. An unknown payer is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<InterestPayer>))]
[TypeConverter(typeof(TextTypeConverter<InterestPayer>))]
public readonly record struct InterestPayer : IOpenValue<InterestPayer>
{
    private readonly string? _value;

    private InterestPayer(string value) => _value = value;

    /// <summary>The buyer.</summary>
    public static InterestPayer Buyer { get; } = new("BUYER");

    /// <summary>The card company.</summary>
    public static InterestPayer CardCompany { get; } = new("CARD_COMPANY");

    /// <summary>The shop.</summary>
    public static InterestPayer Merchant { get; } = new("MERCHANT");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The payer of this text.</summary>
    public static InterestPayer From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InterestPayer result) => OpenText.TryParse(s, out result);

    static InterestPayer IParsable<InterestPayer>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<InterestPayer>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
