using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Ledger;

/// <summary>A webhook in the inbox: an unverified notification, kept for <c>30</c> days.</summary>
public sealed record InboxMessage
{
    /// <summary>The registration it came to.</summary>
    public required string Merchant { get; init; }

    /// <summary>Made for it when it came.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>SHA-256 of the whole body, hexadecimal: what a replay is known by.</summary>
    public required string BodyHash { get; init; }

    /// <summary>The event type as the body names it; empty when it names none.</summary>
    public required string EventType { get; init; }

    /// <summary>The sender's id of the transmission; null when it gave none.</summary>
    public string? TransmissionId { get; init; }

    /// <summary>The attempt that the ledger knows for it; null when it is about none.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>What it claims of the money, one word (a status); empty when it claims nothing.</summary>
    public string Claim { get; init; } = "";

    /// <summary>The body as it came, at most 16 KiB of it.</summary>
    public required string Body { get; init; }

    /// <summary>When it came; database time, set by the ledger.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was handled; null before. Database time.</summary>
    public DateTimeOffset? HandledAt { get; init; }

    /// <summary>When it is to be handled next; null when it was. Database time.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How many times handling it failed.</summary>
    public int FailureCount { get; init; }

    /// <summary>Raised by every claim; a record with an old one fails.</summary>
    public long FencingToken { get; init; }

    // The body may hold personal data and secrets.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [MessageId, EventType, OrderId]);
}
