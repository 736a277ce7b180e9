using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How far a payout is. An unknown status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PayoutStatus>))]
[TypeConverter(typeof(TextTypeConverter<PayoutStatus>))]
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

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PayoutStatus result) => OpenText.TryParse(s, out result);

    static PayoutStatus IParsable<PayoutStatus>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<PayoutStatus>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
