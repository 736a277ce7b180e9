using System.Text.Json.Serialization;
using PaymentSdk.Json;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>When a payout is made. An unknown schedule is kept as it came.</summary>
[JsonConverter(typeof(OpenValueConverter<PayoutSchedule>))]
public readonly record struct PayoutSchedule : IOpenValue<PayoutSchedule>
{
    private readonly string? _value;

    private PayoutSchedule(string value) => _value = value;

    /// <summary>At once, on weekdays.</summary>
    public static PayoutSchedule Express { get; } = new("EXPRESS");

    /// <summary>On <see cref="Payout.PayoutDate"/>.</summary>
    public static PayoutSchedule Scheduled { get; } = new("SCHEDULED");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The schedule of this text.</summary>
    public static PayoutSchedule From(string? text) => new(text ?? string.Empty);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
