using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The acquiring status of a card payment. An unknown acquire status is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<AcquireStatus>)), OpenValue("acquire status")]
public readonly partial record struct AcquireStatus : IOpenValue<AcquireStatus>
{
    /// <summary>Acquiring has not been requested yet.</summary>
    public static AcquireStatus Ready { get; } = new("READY");

    /// <summary>Acquiring was requested.</summary>
    public static AcquireStatus Requested { get; } = new("REQUESTED");

    /// <summary>The payment is acquired.</summary>
    public static AcquireStatus Completed { get; } = new("COMPLETED");

    /// <summary>The cancellation of the acquiring was requested.</summary>
    public static AcquireStatus CancelRequested { get; } = new("CANCEL_REQUESTED");

    /// <summary>The acquiring is canceled.</summary>
    public static AcquireStatus Canceled { get; } = new("CANCELED");
}
