using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How far a card payment has been acquired. An unknown acquire status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<AcquireStatus>)), OpenValue("acquire status")]
public readonly partial record struct AcquireStatus : IOpenValue<AcquireStatus>
{
    /// <summary>Not asked for yet.</summary>
    public static AcquireStatus Ready { get; } = new("READY");

    /// <summary>Asked for.</summary>
    public static AcquireStatus Requested { get; } = new("REQUESTED");

    /// <summary>Acquired.</summary>
    public static AcquireStatus Completed { get; } = new("COMPLETED");

    /// <summary>Its cancel was asked for.</summary>
    public static AcquireStatus CancelRequested { get; } = new("CANCEL_REQUESTED");

    /// <summary>Cancelled.</summary>
    public static AcquireStatus Canceled { get; } = new("CANCELED");
}
