using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The status of a payment at the gateway. An unknown status is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PaymentStatus>)), OpenValue("status")]
public readonly partial record struct PaymentStatus : IOpenValue<PaymentStatus>
{
    /// <summary>The payment was created or its window was opened; the buyer has not authenticated yet.</summary>
    public static PaymentStatus Ready { get; } = new("READY");

    /// <summary>The buyer has authenticated the payment. It must be confirmed within 10 minutes.</summary>
    public static PaymentStatus InProgress { get; } = new("IN_PROGRESS");

    /// <summary>A virtual account was issued and awaits its deposit.</summary>
    public static PaymentStatus WaitingForDeposit { get; } = new("WAITING_FOR_DEPOSIT");

    /// <summary>The payment is approved.</summary>
    public static PaymentStatus Done { get; } = new("DONE");

    /// <summary>The payment is canceled. The status does not say whether it was ever paid.</summary>
    public static PaymentStatus Canceled { get; } = new("CANCELED");

    /// <summary>The payment is canceled in part, or in several parts down to a balance of 0.</summary>
    public static PaymentStatus PartialCanceled { get; } = new("PARTIAL_CANCELED");

    /// <summary>The approval failed.</summary>
    public static PaymentStatus Aborted { get; } = new("ABORTED");

    /// <summary>The payment was not authenticated within 30 minutes, or not confirmed within 10 minutes.</summary>
    public static PaymentStatus Expired { get; } = new("EXPIRED");
}
