using PaymentSdk.Ledger;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>The inbox: webhooks are stored before they are answered.</summary>
internal sealed partial class LedgerModel
{
    private readonly List<InboxRow> _inbox = [];
    private readonly List<InboxRow> _waiting = [];

    /// <summary>Every stored webhook, in the order of arrival.</summary>
    public IReadOnlyList<InboxRow> Inbox => _inbox;

    /// <summary>When the next webhook can be claimed; null when none can.</summary>
    public DateTimeOffset? NextMessage
    {
        get
        {
            DateTimeOffset? next = null;
            foreach (var row in _waiting)
            {
                if (Claimable(row) is { } at && !(next <= at))
                    next = at;
            }

            return next;
        }
    }

    public InboxResult Receive(InboxMessage message, int mostWaiting, TimeSpan replayWithin)
    {
        var now = Now;
        var since = now - replayWithin;
        for (var at = _inbox.Count - 1; at >= 0 && _inbox[at].Message.ReceivedAt >= since; at--)
        {
            if (_inbox[at].Message.Merchant == message.Merchant && _inbox[at].Message.BodyHash == message.BodyHash)
                return InboxResult.Replayed;
        }

        if (_waiting.Count(row => row.Message.Merchant == message.Merchant) >= mostWaiting)
            return InboxResult.Full;
        var stored = new InboxRow(message with { ReceivedAt = now, DueAt = message.HandledAt is null ? now : null });
        _inbox.Add(stored);
        if (stored.Message.DueAt is not null)
            _waiting.Add(stored);
        Changed?.Invoke();
        return InboxResult.Stored;
    }

    public IReadOnlyList<InboxMessage> ClaimMessages(string merchant, int maxCount, TimeSpan lease)
    {
        var now = Now;
        var due = _waiting.Where(row => row.Message.Merchant == merchant && Claimable(row) <= now)
            .OrderBy(row => row.Message.DueAt).ThenBy(row => row.Message.MessageId.ToString(), StringComparer.Ordinal)
            .Take(maxCount).ToList();
        foreach (var row in due)
        {
            row.LeaseUntil = now + lease;
            row.Message = row.Message with { FencingToken = row.Message.FencingToken + 1 };
        }

        return [.. due.Select(row => row.Message)];
    }

    public bool RecordHandling(InboxMessage message)
    {
        var row = _inbox.Find(known => known.Message.MessageId == message.MessageId && known.Message.Merchant == message.Merchant);
        if (row is null || row.Message.FencingToken != message.FencingToken)
            return false;
        row.LeaseUntil = null;
        row.Message = row.Message with
        {
            HandledAt = Instant(message.HandledAt),
            DueAt = Instant(message.DueAt),
            FailureCount = message.FailureCount,
            FencingToken = message.FencingToken + 1,
        };
        if (row.Message.DueAt is null)
            _waiting.Remove(row);
        Changed?.Invoke();
        return true;
    }

    private static DateTimeOffset? Claimable(InboxRow row) =>
        row.Message.DueAt is { } due ? (row.LeaseUntil is { } lease && lease > due ? lease : due) : null;
}
