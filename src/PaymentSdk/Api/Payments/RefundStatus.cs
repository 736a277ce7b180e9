using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>How far the refund of a virtual account is. An unknown refund status is kept as it came.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<RefundStatus>)), OpenValue("refund status")]
public readonly partial record struct RefundStatus : IOpenValue<RefundStatus>
{
    /// <summary>No refund.</summary>
    public static RefundStatus None { get; } = new("NONE");

    /// <summary>Being refunded.</summary>
    public static RefundStatus Pending { get; } = new("PENDING");

    /// <summary>The refund failed.</summary>
    public static RefundStatus Failed { get; } = new("FAILED");

    /// <summary>A part of the refund failed.</summary>
    public static RefundStatus PartialFailed { get; } = new("PARTIAL_FAILED");

    /// <summary>Refunded.</summary>
    public static RefundStatus Completed { get; } = new("COMPLETED");
}
