using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The status of a payment at the gateway. An unknown status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PaymentStatus>))]
[TypeConverter(typeof(TextTypeConverter<PaymentStatus>))]
public readonly record struct PaymentStatus : IOpenValue<PaymentStatus>
{
    private readonly string? _value;

    private PaymentStatus(string value) => _value = value;

    /// <summary>The window is open or the payment was created.</summary>
    public static PaymentStatus Ready { get; } = new("READY");

    /// <summary>The buyer has authenticated; confirm within 10 minutes.</summary>
    public static PaymentStatus InProgress { get; } = new("IN_PROGRESS");

    /// <summary>A virtual account was issued and waits for its deposit.</summary>
    public static PaymentStatus WaitingForDeposit { get; } = new("WAITING_FOR_DEPOSIT");

    /// <summary>Approved.</summary>
    public static PaymentStatus Done { get; } = new("DONE");

    /// <summary>Cancelled; says nothing about whether it was ever paid.</summary>
    public static PaymentStatus Canceled { get; } = new("CANCELED");

    /// <summary>Cancelled in part, or in parts down to a balance of 0.</summary>
    public static PaymentStatus PartialCanceled { get; } = new("PARTIAL_CANCELED");

    /// <summary>The approval failed.</summary>
    public static PaymentStatus Aborted { get; } = new("ABORTED");

    /// <summary>Not authenticated in 30 minutes or not confirmed in 10.</summary>
    public static PaymentStatus Expired { get; } = new("EXPIRED");

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The status of this text.</summary>
    public static PaymentStatus From(string? text) => new(text ?? string.Empty);

    /// <summary>Reads any text of 1 to 200 characters, known or not, whatever the culture: routes, queries and forms bind through it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PaymentStatus result) => OpenText.TryParse(s, out result);

    static PaymentStatus IParsable<PaymentStatus>.Parse(string s, IFormatProvider? provider) => OpenText.Parse<PaymentStatus>(s);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
