using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Ledger;

/// <summary>A webhook in the inbox. It is an unverified notification and is kept for 30 days by default.</summary>
public sealed record InboxMessage
{
    /// <summary>The name of the registration that received the webhook; empty for the default one.</summary>
    public required string Merchant { get; init; }

    /// <summary>The id of the message, created when the webhook is received.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The SHA-256 of the whole body, in hexadecimal. The hash identifies a replay.</summary>
    public required string BodyHash { get; init; }

    /// <summary>The event type that the body names; empty when it names none.</summary>
    public required string EventType { get; init; }

    /// <summary>The id that the sender gave the transmission; null when there is none, or when it cannot be stored.</summary>
    public string? TransmissionId { get; init; }

    /// <summary>The order id of the attempt that the webhook is about; null when the ledger knows no such attempt.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>
    /// The claim of the webhook, as one word: the status and a hash of the transaction key if its secret was verified, otherwise <c>unverified</c>.
    /// </summary>
    public string Claim { get; init; } = "";

    /// <summary>The stored part of the body, as ASCII JSON of at most 16 KiB. Texts that may hold personal data or secrets are masked.</summary>
    public required string Body { get; init; }

    /// <summary>When the webhook was received. Database time, set by the ledger.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the webhook was handled; null until then. Database time.</summary>
    public DateTimeOffset? HandledAt { get; init; }

    /// <summary>When the webhook is handled next; null when it was handled. Database time.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How many times handling the webhook has failed.</summary>
    public int FailureCount { get; init; }

    /// <summary>The fencing token. Every claim increments it, and a result that is recorded with an older token is refused.</summary>
    public long FencingToken { get; init; }

    // The body is never printed, because its content comes from outside.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [MessageId, EventType, OrderId]);
}
