using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How a bank discount is reckoned. An unknown kind is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BankDiscountType>))]
[TypeConverter(typeof(TextTypeConverter<BankDiscountType>))]
public readonly record struct BankDiscountType : IOpenValue<BankDiscountType>
{
    private readonly string? _value;

    private BankDiscountType(string value) => _value = value;

    /// <summary>An amount.</summary>
    public static BankDiscountType FixedAmount { get; } = new("FIXED_AMOUNT");

    /// <summary>A part of the amount.</summary>
    public static BankDiscountType FixedRate { get; } = new("FIXED_RATE");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The kind of this text.</summary>
    public static BankDiscountType From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BankDiscountType result) => OpenText.TryParse(s, out result);

    static BankDiscountType IParsable<BankDiscountType>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<BankDiscountType>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
