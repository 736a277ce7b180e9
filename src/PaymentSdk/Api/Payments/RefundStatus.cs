using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The status of the refund of a virtual account. An unknown refund status is kept as received.</summary>
[JsonConverter(typeof(PaymentValueJsonConverter<RefundStatus>)), OpenValue("refund status")]
public readonly partial record struct RefundStatus : IOpenValue<RefundStatus>
{
    /// <summary>No refund was requested.</summary>
    public static RefundStatus None { get; } = new("NONE");

    /// <summary>The refund is in progress.</summary>
    public static RefundStatus Pending { get; } = new("PENDING");

    /// <summary>The refund failed.</summary>
    public static RefundStatus Failed { get; } = new("FAILED");

    /// <summary>A part of the refund failed.</summary>
    public static RefundStatus PartialFailed { get; } = new("PARTIAL_FAILED");

    /// <summary>The refund is completed.</summary>
    public static RefundStatus Completed { get; } = new("COMPLETED");
}
