using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Ledger;
using PaymentSdk.Monitoring;

namespace PaymentSdk.AspNetCore.Operator;

/// <summary>Everything that the page shows.</summary>
/// <param name="User">The name of the signed-in user; null if the user has none.</param>
/// <param name="HasHandlers">Whether this host has handlers of order events. Without one, undelivered events are not a fault.</param>
/// <param name="Figures">The figures that raise alerts.</param>
/// <param name="Attention">The orders that need an operator.</param>
/// <param name="Orders">The orders that were opened most recently.</param>
/// <param name="Breaks">The open discrepancies.</param>
/// <param name="Events">The events that wait for a handler of this host, or that failed in another host.</param>
internal sealed record Desk(
    string? User, bool HasHandlers, LedgerStatistics Figures, IEnumerable<AttentionCard> Attention, IEnumerable<OrderCard> Orders, IEnumerable<BreakCard> Breaks,
    IEnumerable<EventCard> Events)
{
    private const int MaxOrders = 30;

    public static async Task<Desk?> ReadAsync(OperatorCall call)
    {
        var ledger = call.Get<IOrderLedger>();
        var figures = await ledger.ReadStatisticsAsync(call.Merchant, call.Left).ConfigureAwait(false);
        var attention = await call.Get<IPaymentReviews>().ListAsync(cancellationToken: call.Left).ConfigureAwait(false);
        var recent = await ledger.ListRecentAsync(call.Merchant, MaxOrders, call.Left).ConfigureAwait(false);
        var breaks = await call.Get<IReconciliation>().ListBreaksAsync(cancellationToken: call.Left).ConfigureAwait(false);
        var waiting = await call.Get<IOrderEvents>().ListUndeliveredAsync(cancellationToken: call.Left).ConfigureAwait(false);
        var isHeard = call.Context.RequestServices.GetKeyedService<LedgerWatch>(call.Merchant) is not { AnyEventHandlers: false };
        return new Desk(
            call.User, isHeard, figures, attention.Select(AttentionCard.Of), recent.Select(OrderCard.Of), breaks.Select(BreakCard.Of),
            waiting.Where(delivery => isHeard || delivery.FailureCount > 0).Select(EventCard.Of));
    }
}

/// <summary>An order that needs an operator.</summary>
internal sealed record AttentionCard(
    string OrderId, string OrderName, string? OrderNumber, string State, bool ReversalRequested, bool IsDuplicate, decimal Amount, string Currency, decimal? TakenAmount, string? TakenCurrency,
    DateTimeOffset Since, string? PaymentKey, string? Refund, string? RefundState, decimal? RefundAmount, string? RefundCurrency, string[] Evidence, string NextStepKo, string NextStepEn, string[] Resolutions)
{
    private const int MaxEvidence = 3;

    public static AttentionCard Of(AttentionItem item) => new(
        item.Order.OrderId.Value, item.Order.OrderName, item.Order.OrderNumber, item.State.ToString(), item.ReversalRequestedAt is not null, item.IsDuplicate,
        item.Order.Amount.Value, item.Order.Amount.Currency.Value, item.TakenAmount?.Value, item.TakenAmount?.Currency.Value, item.Since, item.PaymentKey?.Value,
        item.Refund?.RefundId.Value, item.Refund?.Status.ToString(), item.Refund?.Amount?.Value, item.Refund?.Amount?.Currency.Value,
        [.. item.Evidence.Where(row => row.SeenBy is not null).Select(row => $"{row.To}: {row.SeenBy}").TakeLast(MaxEvidence)],
        item.NextStep.Korean, item.NextStep.English, [.. item.Resolutions.Select(OrderActions.Word)]);
}

/// <summary>An order in the list.</summary>
internal sealed record OrderCard(
    string OrderId, string PurchaseId, string OrderName, string? OrderNumber, string State, bool ReversalRequested, bool IsDuplicate, decimal Amount, string Currency,
    decimal? Balance, string BalanceCurrency, string? Method, DateTimeOffset OpenedAt)
{
    public static OrderCard Of(AttemptSnapshot entry) => new(
        entry.Attempt.OrderId.Value, entry.Purchase.PurchaseId.Value, entry.Purchase.OrderName, entry.Purchase.OrderNumber, entry.Attempt.State.ToString(),
        entry.Attempt.ReversalRequestedAt is not null, entry.Attempt.IsDuplicate,
        entry.Attempt.Amount.Value, entry.Attempt.Amount.Currency.Value, Refundable(entry.Attempt), (entry.Attempt.BalanceCurrency ?? entry.Attempt.Amount.Currency).Value, entry.Attempt.Method, entry.Attempt.OpenedAt);

    /// <summary>Returns the amount that can still be refunded: the gateway's balance minus what was refunded by hand.</summary>
    private static decimal? Refundable(Attempt attempt) =>
        attempt.State is AttemptState.Approved or AttemptState.PartlyCanceled or AttemptState.AwaitingDeposit ? attempt.Balance - attempt.RefundedByHand : null;
}

/// <summary>A discrepancy between the ledger and the gateway.</summary>
internal sealed record BreakCard(
    string Key, string Kind, DateOnly Day, string? OrderId, decimal? Ours, decimal? Theirs, string Currency, string Detail, string? Owner, DateTimeOffset OpenedAt)
{
    public static BreakCard Of(ReconciliationBreak row) => new(
        row.TransactionKey, row.Kind.ToString(), row.Day, row.OrderId, row.Ours, row.Theirs, row.Currency.Value, row.Detail, row.Owner, row.OpenedAt);
}

/// <summary>An event that has not been delivered to a handler.</summary>
internal sealed record EventCard(Guid Id, string Type, string OrderId, int Tries, string? Error, DateTimeOffset RecordedAt, DateTimeOffset? DueAt)
{
    public static EventCard Of(UndeliveredEvent delivery) => new(
        delivery.Event.EventId, delivery.Event.Type.ToString(), delivery.Event.OrderId.Value, delivery.FailureCount, delivery.Error, delivery.Event.RecordedAt, delivery.DueAt);
}
