using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How far a payout is. An unknown status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PayoutStatus>)), OpenValue("payout status")]
public readonly partial record struct PayoutStatus : IOpenValue<PayoutStatus>
{
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
}
