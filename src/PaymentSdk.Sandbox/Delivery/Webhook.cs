using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>One message to a shop about one event. Its bytes are the same each time it is sent.</summary>
internal sealed record Webhook(string EventType, byte[] Body)
{
    public required Merchant Merchant { get; init; }

    /// <summary>
    /// The key of the object that the message is about, such as a payment key. The first tries of messages with the same subject are made in order,
    /// unless a fault delays one of them.
    /// </summary>
    public required string Subject { get; init; }

    /// <summary>
    /// The number of the change that the message reports, counted across the gateway. Two messages in different forms about one change share it.
    /// </summary>
    public required long Move { get; init; }

    /// <summary>The status that the message reports; null if it reports none.</summary>
    public string? Status { get; init; }

    public string? OrderId { get; init; }

    /// <summary>Whether the message has a signature, which only some event types have (docs/spec/payment-api.md §7.3).</summary>
    public bool Signed { get; init; }

    /// <summary>Whether a fault created the message, which then reports something that did not happen.</summary>
    public bool Forged { get; init; }

    public override string ToString() => $"{EventType} {Status}";
}
