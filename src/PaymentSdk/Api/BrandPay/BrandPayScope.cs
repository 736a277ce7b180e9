using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What a buyer agrees to: one sign-up item and one method item at most. An unknown scope is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BrandPayScope>))]
[TypeConverter(typeof(TextTypeConverter<BrandPayScope>))]
public readonly record struct BrandPayScope : IOpenValue<BrandPayScope>
{
    private readonly string? _value;

    private BrandPayScope(string value) => _value = value;

    /// <summary>Sign-up.</summary>
    public static BrandPayScope Register { get; } = new("REGISTER");

    /// <summary>An account.</summary>
    public static BrandPayScope Account { get; } = new("ACCOUNT");

    /// <summary>Automatic payment.</summary>
    public static BrandPayScope Billing { get; } = new("BILLING");

    /// <summary>A card.</summary>
    public static BrandPayScope Card { get; } = new("CARD");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The scope of this text.</summary>
    public static BrandPayScope From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BrandPayScope result) => OpenText.TryParse(s, out result);

    static BrandPayScope IParsable<BrandPayScope>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<BrandPayScope>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
