using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>When a payout is made. An unknown schedule is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PayoutSchedule>))]
[TypeConverter(typeof(TextTypeConverter<PayoutSchedule>))]
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

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PayoutSchedule result) => OpenText.TryParse(s, out result);

    static PayoutSchedule IParsable<PayoutSchedule>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<PayoutSchedule>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
