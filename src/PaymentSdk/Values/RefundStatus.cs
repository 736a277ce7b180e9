using System.Text.Json.Serialization;
using PaymentSdk.Json;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>How far the refund of a virtual account is. An unknown refund status is kept as it came.</summary>
[JsonConverter(typeof(OpenValueConverter<RefundStatus>))]
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

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
