using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The status of a payment at the gateway. An unknown status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PaymentStatus>)), OpenValue("status")]
public readonly partial record struct PaymentStatus : IOpenValue<PaymentStatus>
{
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
}
