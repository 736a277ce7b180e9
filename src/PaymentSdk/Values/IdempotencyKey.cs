using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The key under which the API runs a POST once for 15 days: 1 to 300 printable ASCII characters.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<IdempotencyKey>))]
[TypeConverter(typeof(TextTypeConverter<IdempotencyKey>))]
public readonly record struct IdempotencyKey : ITextValue<IdempotencyKey>
{
    private readonly string? _value;

    private IdempotencyKey(string value) => _value = value;

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Makes a new random key.</summary>
    public static IdempotencyKey New() => new(Guid.NewGuid().ToString("D"));

    /// <summary>Reads an idempotency key.</summary>
    /// <exception cref="FormatException">The text is not an idempotency key; the message says why.</exception>
    public static IdempotencyKey Parse(string? text) =>
        TryParse(text, out var value, out var reason) ? value : throw new FormatException(reason);

    /// <summary>Reads an idempotency key, or tells why the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IdempotencyKey value, [NotNullWhen(false)] out string? reason)
    {
        var read = WireText.TryRead(text, "an idempotency key", 1, 300, out reason);
        value = read ? new IdempotencyKey(text!) : default;
        return read;
    }

    /// <summary>Reads the text whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IdempotencyKey result) => TryParse(s, out result, out _);

    static IdempotencyKey IParsable<IdempotencyKey>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
