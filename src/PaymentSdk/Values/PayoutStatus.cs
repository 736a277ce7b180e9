using System.Text.Json.Serialization;
using PaymentSdk.Json;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>How far a payout is. An unknown status is kept as it came.</summary>
[JsonConverter(typeof(OpenValueConverter<PayoutStatus>))]
public readonly record struct PayoutStatus : IOpenValue<PayoutStatus>
{
    private readonly string? _value;

    private PayoutStatus(string value) => _value = value;

    /// <summary>Asked for; can still be cancelled.</summary>
    public static PayoutStatus Requested { get; } = new("REQUESTED");

    /// <summary>Being paid out.</summary>
    public static PayoutStatus InProgress { get; } = new("IN_PROGRESS");

    /// <summary>Paid out.</summary>
    public static PayoutStatus Completed { get; } = new("COMPLETED");

    /// <summary>Failed; see <see cref="Payout.Error"/>.</summary>
    public static PayoutStatus Failed { get; } = new("FAILED");

    /// <summary>Cancelled before it was paid out.</summary>
    public static PayoutStatus Canceled { get; } = new("CANCELED");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The payout status of this text.</summary>
    public static PayoutStatus From(string? text) => new(text ?? string.Empty);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
