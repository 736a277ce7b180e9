using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>The shop's unguessable key of one buyer: 2 to 300 printable ASCII characters; the browser SDK takes at most 50.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CustomerKey>))]
[TypeConverter(typeof(TextTypeConverter<CustomerKey>))]
public readonly record struct CustomerKey : IOpenValue<CustomerKey>
{
    private readonly string? _value;

    private CustomerKey(string value) => _value = value;

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Reads a customer key.</summary>
    /// <exception cref="FormatException">The text is not a customer key; the message says why.</exception>
    public static CustomerKey Parse(string? text) =>
        TryParse(text, out var value, out var reason) ? value : throw new FormatException(reason);

    /// <summary>Reads a customer key, or tells why the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CustomerKey value, [NotNullWhen(false)] out string? reason)
    {
        var read = WireText.TryRead(text, "a customer key", 2, 300, out reason);
        value = read ? new CustomerKey(text!) : default;
        return read;
    }

    /// <summary>Reads the text whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CustomerKey result) => TryParse(s, out result, out _);

    static CustomerKey IParsable<CustomerKey>.Parse(string s, IFormatProvider? provider) => Parse(s);

    // What the API answers with is kept as it came.
    static CustomerKey IOpenValue<CustomerKey>.From(string? text) => new(text ?? string.Empty);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
