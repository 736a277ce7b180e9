using PaymentSdk.Ledger;
using PaymentSdk.Runtime;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.Events;

/// <summary>The operations of operators on the events of one registration.</summary>
internal sealed class OrderEvents(string merchant, IOrderLedger ledger, WorkSignal work) : IOrderEvents
{
    public async Task<IReadOnlyList<UndeliveredEvent>> ListUndeliveredAsync(int maxCount = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxCount, 1);
        var waiting = await ledger.ListUndeliveredAsync(merchant, maxCount, cancellationToken).ConfigureAwait(false);
        return [.. waiting.Select(delivery => new UndeliveredEvent { Event = delivery.Event, FailureCount = delivery.FailureCount, Error = delivery.Error, DueAt = delivery.DueAt })];
    }

    public Task<DeliveryResult> RetryAsync(Guid eventId, CancellationToken cancellationToken = default) =>
        DecideAsync(eventId, (delivery, now) => delivery with { DueAt = now, FailureCount = 0 }, cancellationToken);

    public Task<DeliveryResult> SkipAsync(Guid eventId, string actor, string reason, CancellationToken cancellationToken = default)
    {
        Check(actor, 100, nameof(actor));
        Check(reason, 500, nameof(reason));
        return DecideAsync(eventId, (delivery, now) => delivery with { DueAt = null, DeliveredAt = now, SkippedBy = $"{actor}: {reason}" }, cancellationToken);
    }

    private async Task<DeliveryResult> DecideAsync(Guid eventId, Func<EventDelivery, DateTimeOffset, EventDelivery> decide, CancellationToken cancellationToken)
    {
        if (await ledger.FindEventAsync(merchant, eventId, cancellationToken).ConfigureAwait(false) is not { } delivery)
            return DeliveryResult.NotFound;
        if (delivery.DeliveredAt is not null)
            return DeliveryResult.AlreadyOver;
        var now = await ledger.GetTimeAsync(cancellationToken).ConfigureAwait(false);
        // Ending the lease of a running handler would let the next event of the purchase overtake this one.
        if (delivery.LeaseUntil > now)
            return DeliveryResult.BeingDelivered;
        var written = await ledger.RecordDeliveryAsync(decide(delivery, now), cancellationToken).ConfigureAwait(false);
        work.Raise();
        return written ? DeliveryResult.Done : DeliveryResult.BeingDelivered;
    }

    private static void Check(string text, int maxCount, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        if (text.Length > maxCount || !StorableText.IsClean(text))
            throw new ArgumentException($"Write 1 to {maxCount} characters on one line; this has {text.Length}.", name);
    }
}
