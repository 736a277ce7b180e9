namespace PaymentSdk.Ledger;

/// <summary>The part of the ledger port that stores webhooks before they are answered.</summary>
public interface IWebhookInbox
{
    /// <summary>
    /// Stores a message, unless a message with the same <see cref="InboxMessage.BodyHash"/> was received within <paramref name="replayWithin"/>, or
    /// <paramref name="mostWaiting"/> messages already wait to be handled.
    /// </summary>
    ValueTask<InboxResult> ReceiveAsync(InboxMessage message, int mostWaiting, TimeSpan replayWithin, CancellationToken cancellationToken);

    /// <summary>Claims up to <paramref name="maxCount"/> messages that are due and that no process holds, oldest first.</summary>
    ValueTask<IReadOnlyList<InboxMessage>> ClaimMessagesAsync(string merchant, int maxCount, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Records the result of handling a message. Stores <see cref="InboxMessage.HandledAt"/>, <see cref="InboxMessage.DueAt"/> and
    /// <see cref="InboxMessage.FailureCount"/>, and ends the lease.
    /// </summary>
    /// <returns>True when the result was written; false when the fencing token has changed, in which case nothing was written.</returns>
    ValueTask<bool> RecordHandlingAsync(InboxMessage message, CancellationToken cancellationToken);
}
