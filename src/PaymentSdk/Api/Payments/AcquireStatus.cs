using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How far a card payment has been acquired. An unknown acquire status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<AcquireStatus>))]
[TypeConverter(typeof(TextTypeConverter<AcquireStatus>))]
public readonly record struct AcquireStatus : IOpenValue<AcquireStatus>
{
    private readonly string? _value;

    private AcquireStatus(string value) => _value = value;

    /// <summary>Not asked for yet.</summary>
    public static AcquireStatus Ready { get; } = new("READY");

    /// <summary>Asked for.</summary>
    public static AcquireStatus Requested { get; } = new("REQUESTED");

    /// <summary>Acquired.</summary>
    public static AcquireStatus Completed { get; } = new("COMPLETED");

    /// <summary>Its cancel was asked for.</summary>
    public static AcquireStatus CancelRequested { get; } = new("CANCEL_REQUESTED");

    /// <summary>Cancelled.</summary>
    public static AcquireStatus Canceled { get; } = new("CANCELED");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The acquire status of this text.</summary>
    public static AcquireStatus From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AcquireStatus result) => OpenText.TryParse(s, out result);

    static AcquireStatus IParsable<AcquireStatus>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<AcquireStatus>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
