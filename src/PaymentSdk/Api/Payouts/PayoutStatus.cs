using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The status of a payout. An unknown status is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PayoutStatus>)), OpenValue("payout status")]
public readonly partial record struct PayoutStatus : IOpenValue<PayoutStatus>
{
    /// <summary>The payout was requested and can still be canceled.</summary>
    public static PayoutStatus Requested { get; } = new("REQUESTED");

    /// <summary>The payout is in progress.</summary>
    public static PayoutStatus InProgress { get; } = new("IN_PROGRESS");

    /// <summary>The payout is completed.</summary>
    public static PayoutStatus Completed { get; } = new("COMPLETED");

    /// <summary>The payout failed; see <see cref="Payout.Error"/>.</summary>
    public static PayoutStatus Failed { get; } = new("FAILED");

    /// <summary>The payout was canceled before it was paid out.</summary>
    public static PayoutStatus Canceled { get; } = new("CANCELED");
}
