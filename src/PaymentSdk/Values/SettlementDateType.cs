using System.Text.Json.Serialization;
using PaymentSdk.Json;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>Which date a settlement is looked up by.</summary>
[JsonConverter(typeof(OpenValueConverter<SettlementDateType>))]
public readonly record struct SettlementDateType : IOpenValue<SettlementDateType>
{
    private readonly string? _value;

    private SettlementDateType(string value) => _value = value;

    /// <summary>The day it was acquired.</summary>
    public static SettlementDateType SoldDate { get; } = new("soldDate");

    /// <summary>The day it is paid out.</summary>
    public static SettlementDateType PaidOutDate { get; } = new("paidOutDate");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The date type of this text.</summary>
    public static SettlementDateType From(string? text) => new(text ?? string.Empty);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
