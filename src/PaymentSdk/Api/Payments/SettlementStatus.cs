using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Whether a payment has been settled with the shop. An unknown settlement status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<SettlementStatus>))]
[TypeConverter(typeof(TextTypeConverter<SettlementStatus>))]
public readonly record struct SettlementStatus : IOpenValue<SettlementStatus>
{
    private readonly string? _value;

    private SettlementStatus(string value) => _value = value;

    /// <summary>Not settled yet.</summary>
    public static SettlementStatus Incompleted { get; } = new("INCOMPLETED");

    /// <summary>Settled.</summary>
    public static SettlementStatus Completed { get; } = new("COMPLETED");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The settlement status of this text.</summary>
    public static SettlementStatus From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SettlementStatus result) => OpenText.TryParse(s, out result);

    static SettlementStatus IParsable<SettlementStatus>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<SettlementStatus>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
