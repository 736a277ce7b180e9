using PaymentSdk.Ledger;

namespace PaymentSdk.AspNetCore.Operator;

/// <summary>One order with its journal and its refunds.</summary>
internal sealed record OrderFile(
    OrderCard Order, string? PaymentKey, bool NeedsAccount, string? BuyerPage, IEnumerable<JournalCard> Journal, IEnumerable<RefundCard> Refunds)
{
    public static async Task<OrderFile?> ReadAsync(OperatorCall call)
    {
        var ledger = call.Get<IOrderLedger>();
        if (!call.TryGetOrderId(out var orderId) || await ledger.FindAsync(call.Merchant, orderId, call.Left).ConfigureAwait(false) is not { } entry)
            return null;
        var purchase = await ledger.ReadJournalAsync(call.Merchant, entry.Purchase.PurchaseId, call.Left).ConfigureAwait(false);
        var journal = purchase.Where(row => row.OrderId == orderId).ToArray();
        var refunds = await ledger.ReadRefundsAsync(call.Merchant, orderId, call.Left).ConfigureAwait(false);
        return new OrderFile(
            OrderCard.Of(entry),
            entry.Attempt.PaymentKey?.Value,
            entry.Attempt is { DepositAccount: not null, State: AttemptState.Approved or AttemptState.PartlyCanceled },
            call.BuyerPageOf(entry.Purchase, orderId),
            journal.Select((row, at) => JournalCard.Of(row, at == 0 ? null : journal[at - 1])),
            refunds.Select(RefundCard.Of));
    }
}

/// <summary>A refund of an order.</summary>
internal sealed record RefundCard(string RefundId, string State, decimal? Amount, string Reason, string Actor, DateTimeOffset RequestedAt)
{
    public static RefundCard Of(RefundRecord refund) => new(
        refund.RefundId.Value, refund.State.ToString(), refund.Amount, refund.Reason, refund.Actor, refund.RequestedAt);
}

/// <summary>A row of the journal: in plain words where it has some (the page has the sentence for <paramref name="Step"/>), and what it was seen by.</summary>
internal sealed record JournalCard(
    DateTimeOffset At, string? Step, decimal? Amount, string? From, string To, string Cause, string Actor, string? Evidence, string? Refund, string? RefundState)
{
    public static JournalCard Of(JournalEntry row, JournalEntry? before)
    {
        var step = StepOf(row, before);
        return new(
            row.RecordedAt, step, step is "partly-refunded" or "refunded" ? Returned(row, before) : null, row.From?.ToString(), row.To.ToString(), row.Cause, row.Actor,
            row.Evidence, row.RefundId?.Value, row.Refund?.ToString());
    }

    private static string? StepOf(JournalEntry row, JournalEntry? before) => row switch
    {
        { From: null } => "opened",
        { To: AttemptState.PartlyCanceled } when Returned(row, before) > 0 => "partly-refunded",
        { Refund: RefundProgress.Requested or RefundProgress.Sent } when row.From == row.To => "refund-asked",
        { Refund: RefundProgress.Pending } => "refund-on-its-way",
        { Refund: RefundProgress.PayoutFailed } => "looked-into",
        { From: var from, To: var to } when from == to => null,
        _ => Move(row, before),
    };

    private static string? Move(JournalEntry row, JournalEntry? before) => row.To switch
    {
        AttemptState.Confirming => row.From == AttemptState.Created ? "sent" : null,
        AttemptState.Unknown => "checking",
        AttemptState.Approved => Approval(row),
        AttemptState.AwaitingDeposit => row.From is AttemptState.Approved or AttemptState.PartlyCanceled ? "deposit-returned" : "account-issued",
        AttemptState.Declined => "declined",
        // The shop reversed it before anything was sent: no time ran out.
        AttemptState.Expired => row is { From: AttemptState.Created, Cause: "reverse" } ? "closed" : "expired",
        AttemptState.NotSent => "not-charged",
        AttemptState.Superseded => "replaced",
        AttemptState.Reversing => "reversing",
        AttemptState.DuplicatePayment => "duplicate-payment",
        AttemptState.Canceled => Returned(row, before) > 0 && row.From != AttemptState.AwaitingDeposit ? "refunded" : "closed",
        _ => "looked-into",
    };

    private static string Approval(JournalEntry row) => row.From switch
    {
        AttemptState.AwaitingDeposit => "deposited",
        AttemptState.Declined or AttemptState.Expired or AttemptState.NotSent or AttemptState.Superseded => "paid-late",
        AttemptState.PartlyCanceled => "refund-not-made",
        _ => "paid",
    };

    private static decimal Returned(JournalEntry row, JournalEntry? before) => (before?.Balance ?? 0) - (row.Balance ?? before?.Balance ?? 0);
}
