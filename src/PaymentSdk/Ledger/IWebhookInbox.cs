namespace PaymentSdk.Ledger;

/// <summary>The part of the ledger port that webhooks are stored in before they are answered.</summary>
public interface IWebhookInbox
{
    /// <summary>
    /// Stores a message, unless one with the same <see cref="InboxMessage.BodyHash"/> came within
    /// <paramref name="replayWithin"/> or <paramref name="mostWaiting"/> messages are not handled yet.
    /// </summary>
    ValueTask<InboxResult> ReceiveAsync(InboxMessage message, int mostWaiting, TimeSpan replayWithin, CancellationToken cancellationToken);

    /// <summary>Takes over up to <paramref name="maxCount"/> messages that are due and that no process holds, oldest first.</summary>
    ValueTask<IReadOnlyList<InboxMessage>> ClaimMessagesAsync(string merchant, int maxCount, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Writes how handling ended: <see cref="InboxMessage.HandledAt"/>, <see cref="InboxMessage.DueAt"/> and <see cref="InboxMessage.FailureCount"/> are stored, and the lease ends.</summary>
    /// <returns>False when the fencing token had moved on; nothing was written.</returns>
    ValueTask<bool> RecordHandlingAsync(InboxMessage message, CancellationToken cancellationToken);
}
