using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How far a cancel is; only asynchronous foreign methods take time. An unknown cancel status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CancelStatus>))]
[TypeConverter(typeof(TextTypeConverter<CancelStatus>))]
public readonly record struct CancelStatus : IOpenValue<CancelStatus>
{
    private readonly string? _value;

    private CancelStatus(string value) => _value = value;

    /// <summary>Cancelled.</summary>
    public static CancelStatus Done { get; } = new("DONE");

    /// <summary>Being cancelled.</summary>
    public static CancelStatus InProgress { get; } = new("IN_PROGRESS");

    /// <summary>The cancel failed.</summary>
    public static CancelStatus Aborted { get; } = new("ABORTED");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The cancel status of this text.</summary>
    public static CancelStatus From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CancelStatus result) => OpenText.TryParse(s, out result);

    static CancelStatus IParsable<CancelStatus>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<CancelStatus>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
