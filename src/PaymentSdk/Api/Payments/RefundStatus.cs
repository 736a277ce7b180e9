using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How far the refund of a virtual account is. An unknown refund status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<RefundStatus>))]
[TypeConverter(typeof(TextTypeConverter<RefundStatus>))]
public readonly record struct RefundStatus : IOpenValue<RefundStatus>
{
    private readonly string? _value;

    private RefundStatus(string value) => _value = value;

    /// <summary>No refund.</summary>
    public static RefundStatus None { get; } = new("NONE");

    /// <summary>Being refunded.</summary>
    public static RefundStatus Pending { get; } = new("PENDING");

    /// <summary>The refund failed.</summary>
    public static RefundStatus Failed { get; } = new("FAILED");

    /// <summary>A part of the refund failed.</summary>
    public static RefundStatus PartialFailed { get; } = new("PARTIAL_FAILED");

    /// <summary>Refunded.</summary>
    public static RefundStatus Completed { get; } = new("COMPLETED");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The refund status of this text.</summary>
    public static RefundStatus From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RefundStatus result) => OpenText.TryParse(s, out result);

    static RefundStatus IParsable<RefundStatus>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<RefundStatus>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
