using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>One message to a shop as it was when something happened; its bytes stay the same however often it is sent.</summary>
internal sealed record Webhook(string EventType, byte[] Body)
{
    public required Merchant Merchant { get; init; }

    /// <summary>What it is about, such as a payment key. Messages about one thing are first sent in the order in which they happened.</summary>
    public required string Subject { get; init; }

    /// <summary>Which move it tells of, counted over the gateway: two forms of one move share it.</summary>
    public required long Move { get; init; }

    /// <summary>The status that it tells, for whoever reads the log.</summary>
    public string? Status { get; init; }

    public string? OrderId { get; init; }

    /// <summary>True for the kinds that carry a signature (docs/spec/payment-api.md §7.3).</summary>
    public bool Signed { get; init; }

    /// <summary>Made up by a fault: it tells what did not happen.</summary>
    public bool Forged { get; init; }

    public override string ToString() => $"{EventType} {Status}";
}
