using System.Collections.Frozen;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using PaymentSdk.Api;
using PaymentSdk.Checkout.State;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Confirm;

/// <summary>Commits an observation: the third step of a confirm and the last step of a recovery (docs/spec/money.md §3).</summary>
internal sealed class OutcomeRecorder(CheckoutContext context, PurchaseCommits commits)
{
    private const int Retries = 5;

    /// <summary>Applies the observation and returns the row as it is afterwards.</summary>
    /// <param name="held">The row under the caller's fencing token, as it was before the gateway was called.</param>
    /// <param name="seen">The observation.</param>
    /// <param name="actor">The actor that called the gateway.</param>
    public async Task<AttemptSnapshot> RecordAsync(AttemptSnapshot held, Observation seen, string actor)
    {
        var refunds = new List<RefundRecord>();
        var result = await RunAsync(held, entry => ApplyAsync(entry, held, seen, actor, refunds)).ConfigureAwait(false);
        // The answer to a charge contains its payment key, but another order already holds that key, because a buyer sent it with the confirm of
        // that order. The outcome of the charge is written without the key.
        if (result.End == CommitEnd.PaymentKeyTaken)
            result = await RunAsync(held, async entry => WithoutKey(await ApplyAsync(entry, held, seen, actor, refunds).ConfigureAwait(false), entry)).ConfigureAwait(false);
        // The facts cannot be stored even without the texts that came with them, so an operator gets the row with the status seen.
        if (result.End == CommitEnd.DataRefused)
            result = await RunAsync(held, entry => ValueTask.FromResult<LedgerCommit?>(Attend(entry, seen, actor))).ConfigureAwait(false);
        if (result.End == CommitEnd.Written)
            return Report(held, result, refunds);
        // Nothing is lost: the row is due when its lease ends, and recovery queries it then (docs/spec/money.md §3).
        if (result.End != CommitEnd.Decided)
            Log.OutcomeNotWritten(context.Logger, result.Failure, held.Attempt.OrderId);
        else if (result.Entry?.Attempt.FencingToken != held.Attempt.FencingToken)
            Log.TakenOver(context.Logger, held.Attempt.OrderId);
        return result.Entry ?? held;
    }

    /// <summary>Runs the commit loop as long as the caller holds the row.</summary>
    private Task<CommitResult> RunAsync(AttemptSnapshot held, Func<AttemptSnapshot, ValueTask<LedgerCommit?>> decide) => commits.RunAsync(
        held.Attempt.OrderId,
        held,
        leaseStart: 0,
        async entry => entry is null || entry.Attempt.FencingToken != held.Attempt.FencingToken ? null : await decide(entry).ConfigureAwait(false),
        Retries);

    /// <param name="entry">The row as it was just read.</param>
    /// <param name="held">The row as it was before the gateway was called.</param>
    /// <param name="seen">The observation.</param>
    /// <param name="actor">The actor that called the gateway.</param>
    /// <param name="refunds">Receives the refunds as they were before this commit.</param>
    private async ValueTask<LedgerCommit?> ApplyAsync(AttemptSnapshot entry, AttemptSnapshot held, Observation seen, string actor, List<RefundRecord> refunds)
    {
        var attempt = entry.Attempt;
        refunds.Clear();
        if (attempt.OpenRefund is not null || AccountPayout.HasFailed(seen.Payment))
            refunds.AddRange(await context.ReadRefundsAsync(attempt.OrderId).ConfigureAwait(false));
        var input = new TransitionInput(entry, held.Now, refunds, await OtherAsync(entry).ConfigureAwait(false), context.Settings.Current.Recovery, context.Pace.Shortest);
        var commit = Transition.Apply(input, seen, actor);
        return commit is null ? null : KeepNotification(commit, entry, held.Now);
    }

    /// <summary>Returns the kind of the attempt that blocks the purchase; none when no other attempt does.</summary>
    private async Task<OtherAttempt> OtherAsync(AttemptSnapshot entry)
    {
        if (entry.Purchase.LiveAttempt is not { } live || live == entry.Attempt.OrderId)
            return OtherAttempt.None;
        var other = await context.FindAsync(live).ConfigureAwait(false);
        return other is null ? OtherAttempt.None : AttemptStates.AsOther(other.Attempt);
    }

    private static LedgerCommit? WithoutKey(LedgerCommit? commit, AttemptSnapshot entry)
    {
        if (commit is null)
            return null;
        var move = commit.Moves[0];
        var again = entry.Now + Schedule.PendingRefund;
        var attempt = move.Attempt with { PaymentKey = entry.Attempt.PaymentKey, DueAt = move.Attempt.DueAt is { } due && due < again ? due : again };
        return commit with { Moves = [move with { Attempt = attempt, Journal = move.Journal is { } row ? row with { PaymentKey = attempt.PaymentKey } : null }, .. commit.Moves.Skip(1)] };
    }

    private static LedgerCommit Attend(AttemptSnapshot entry, Observation seen, string actor)
    {
        var (attempt, now) = (entry.Attempt, entry.Now);
        var why = new MoveReason("data-refused", actor, seen.Payment?.Status.Value is "DONE" or "CANCELED" or "PARTIAL_CANCELED" or "WAITING_FOR_DEPOSIT" ? seen.Payment.Status.Value : null);
        // Nothing is lost when the attempt is closed and this answer shows no amount taken. Its next recheck comes as planned.
        if (AttemptStates.IsClosed(attempt.State) && seen.Fact < ObservedFact.AwaitingDeposit)
            return AttemptMoves.Commit(entry, attempt with { DueAt = Schedule.NextRecheck(attempt, now, Schedule.PendingRefund), RecheckCount = attempt.RecheckCount + 1, LeaseUntil = null }, why);
        var later = attempt with { DueAt = now + Schedule.Attention, LeaseUntil = null };
        return AttemptStates.MayMove(attempt.State, AttemptState.NeedsAttention)
            ? AttemptMoves.Commit(entry, later with { State = AttemptState.NeedsAttention }, why, [OrderEventType.NeedsAttention])
            : AttemptMoves.Commit(entry, later, why);
    }

    private static LedgerCommit KeepNotification(LedgerCommit commit, AttemptSnapshot entry, DateTimeOffset begun)
    {
        var move = commit.Moves[0];
        return IsOver(move.Attempt) ? commit : commit with { Moves = [move with { Attempt = RecheckRequests.Keep(move.Attempt, entry.Attempt, begun) }, .. commit.Moves.Skip(1)] };
    }

    private static bool IsOver(Attempt attempt) =>
        attempt is { State: AttemptState.Canceled, DueAt: null } && (attempt.Balance ?? 0) <= attempt.RefundedByHand;

    /// <summary>Counts each refund once per outcome, whichever caller recorded it.</summary>
    private void CountRefunds(LedgerCommit commit, List<RefundRecord> before)
    {
        foreach (var refund in commit.Refunds)
        {
            if (before.Find(row => row.RefundId == refund.RefundId)?.State != refund.State && MetricWords.Outcome(refund.State) is { } outcome)
                Telemetry.CountRefund(context.Merchant, outcome, RefundStates.IsOurs(refund) ? "reversal" : "shop");
        }
    }

    private AttemptSnapshot Report(AttemptSnapshot before, CommitResult result, List<RefundRecord> refunds)
    {
        var after = result.Entry!;
        ConfirmCounter.Count(context.Merchant, before.Attempt.State, after.Attempt);
        CountRefunds(result.Commit!, refunds);
        if (result.Commit!.Moves is not [{ Journal: { } row }, ..])
            return after;
        if (row.To is AttemptState.Mismatch or AttemptState.NeedsAttention or AttemptState.DuplicatePayment && before.Attempt.State != row.To)
            Log.NeedsOperator(context.Logger, row.OrderId, before.Attempt.State, row.To, row.Cause, row.Evidence);
        else
            Log.Moved(context.Logger, row.OrderId, before.Attempt.State, row.To, row.Cause, row.Evidence);
        return after;
    }
}

/// <summary>
/// Counts confirms by outcome, once per outcome, whether the answer, a query or a deposit showed it. A confirm whose answer is lost is
/// counted as unknown, and counted again when its outcome is known.
/// </summary>
internal static class ConfirmCounter
{
    private static readonly Counter<long> Confirms =
        Telemetry.Meter.CreateCounter<long>("paymentsdk.confirms", "{confirm}", "Confirms of payments, by outcome.");

    public static void Count(string merchant, AttemptState from, Attempt to)
    {
        if (!Confirms.Enabled || Outcome(from, to.State) is not { } outcome)
            return;
        var tags = new TagList { { "merchant", merchant }, { "outcome", outcome }, { "method", MetricWords.Method(to) } };
        if (MetricWords.Refusal(to) is { } refusal)
            tags.Add("refusal", refusal);
        Confirms.Add(1, tags);
    }

    private static string? Outcome(AttemptState from, AttemptState to) => (from, to) switch
    {
        _ when from == to => null,
        // A partial cancel was aborted. The attempt was already counted as paid.
        (AttemptState.PartlyCanceled, AttemptState.Approved) => null,
        (_, AttemptState.Approved) => "paid",
        (AttemptState.Confirming or AttemptState.Unknown, AttemptState.AwaitingDeposit) => "awaiting-deposit",
        (AttemptState.Confirming, AttemptState.Unknown) => "unknown",
        (AttemptState.Confirming or AttemptState.Unknown, AttemptState.Declined) => "declined",
        (AttemptState.Confirming or AttemptState.Unknown, AttemptState.Expired) => "expired",
        (AttemptState.Confirming or AttemptState.Unknown, AttemptState.NotSent) => "not-sent",
        (AttemptState.Confirming or AttemptState.Unknown, AttemptState.Mismatch or AttemptState.NeedsAttention) => "attention",
        (AttemptState.Confirming or AttemptState.Unknown, AttemptState.Canceled) => "canceled",
        _ => null,
    };
}

/// <summary>
/// The tag values under which outcomes are counted. The set is small and fixed, so that the number of time series does not depend on what
/// the gateway answers.
/// </summary>
internal static class MetricWords
{
    private const string Other = "other";

    private static readonly FrozenDictionary<PaymentMethod, string> Methods = new Dictionary<PaymentMethod, string>
    {
        [PaymentMethod.Card] = "card",
        [PaymentMethod.VirtualAccount] = "virtual-account",
        [PaymentMethod.Transfer] = "transfer",
        [PaymentMethod.EasyPay] = "easy-pay",
        [PaymentMethod.MobilePhone] = "mobile-phone",
        [PaymentMethod.CultureGiftCertificate] = "gift-certificate",
        [PaymentMethod.BookGiftCertificate] = "gift-certificate",
        [PaymentMethod.GameGiftCertificate] = "gift-certificate",
        [PaymentMethod.ForeignEasyPay] = "foreign-easy-pay",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Refusals = new (string Class, string[] Codes)[]
    {
        ("limit-or-balance",
        [
            "EXCEEDS_TRANSFER_AMOUNT_MAXIMUM", "EXCEED_MAX_AMOUNT", "EXCEED_MAX_DAILY_PAYMENT_COUNT", "EXCEED_MAX_MONTHLY_PAYMENT_AMOUNT", "EXCEED_MAX_ONE_DAY_WITHDRAW_AMOUNT",
            "EXCEED_MAX_ONE_TIME_WITHDRAW_AMOUNT", "EXCEED_MAX_PAYMENT_AMOUNT", "EXCEED_MAX_ONE_DAY_AMOUNT", "REJECT_ACCOUNT_PAYMENT", "REJECT_CARD_PAYMENT",
        ]),
        ("issuer-refused",
        [
            "INVALID_CARD_LOST_OR_STOLEN", "INVALID_REJECT_CARD", "INVALID_STOPPED_CARD", "NOT_SUPPORTED_CARD_TYPE", "RESTRICTED_TRANSFER_ACCOUNT", "USER_ACCOUNT_ON_HOLD",
            "FDS_ERROR", "REJECT_CARD_COMPANY", "REJECT_TOSSPAY_INVALID_ACCOUNT", "SUSPECTED_PHISHING_PAYMENT", "FORBIDDEN_DORMANT_OR_WITHDRAWAL_CUSTOMER", "FAILED_CARD_COMPANY",
        ]),
        ("wrong-data",
        [
            "INVALID_ACCOUNT_INFO_RE_REGISTER", "INVALID_CARD", "INVALID_CARD_EXPIRATION", "INVALID_CARD_IDENTITY", "INVALID_CARD_NUMBER", "INVALID_CARD_PASSWORD",
            "NOT_ALLOWED_POINT_USE", "EXCEED_MAX_AUTH_COUNT", "INVALID_PASSWORD", "INVALID_CARD_INFO_RE_REGISTER", "NOT_ALLOWED_BRANDPAY_METHOD",
            "EXCEED_MAX_DISCOUNT_COUNT", "INVALID_MAXIMUM_DISCOUNT_AMOUNT", "NOT_FOUND_CUSTOMER",
        ]),
        ("buyer-canceled", ["PAY_PROCESS_CANCELED", "PAY_PROCESS_ABORTED", "USER_CANCEL"]),
        ("expired", ["EXPIRED_PAYMENT", "NOT_FOUND_PAYMENT_SESSION"]),
    }.SelectMany(row => row.Codes, (row, code) => (code, row.Class)).ToFrozenDictionary(row => row.code, row => row.Class, StringComparer.Ordinal);

    /// <summary>
    /// Returns the tag of the payment method. If no payment was seen, as for most refusals, it is <c>card</c> for a charge without a window and
    /// <c>unknown</c> otherwise.
    /// </summary>
    public static string Method(Attempt attempt) => attempt.Method is { } method
        ? Methods.GetValueOrDefault(PaymentMethod.From(method), Other)
        : attempt.Kind is AttemptKind.Billing or AttemptKind.KeyIn ? "card" : "unknown";

    /// <summary>Returns the reason why nothing was charged; null when an amount was charged or may have been.</summary>
    public static string? Refusal(Attempt attempt) => attempt.State switch
    {
        AttemptState.Declined => Refusal(attempt.FailureCode),
        AttemptState.Expired when attempt.FailureCode is { } code && Refusal(code) is var known and not Other => known,
        AttemptState.Expired => "expired",
        // The shop must correct refused keys. In all other cases the request did not reach the provider.
        AttemptState.NotSent => attempt.FailureCode is { } code && ErrorCatalogue.RefusesKeys(code) ? "shop" : "provider",
        _ => null,
    };

    /// <summary>Returns the class of a refusal's code; <c>other</c> for an unknown code.</summary>
    public static string Refusal(PaymentErrorCode? code)
    {
        if (code is not { } given || !ErrorCatalogue.TryFind(given, out var info))
            return Other;
        return Refusals.GetValueOrDefault(given.Value) ?? info switch
        {
            { Class: ErrorClass.OutcomeUnknown or ErrorClass.Temporary } => "provider",
            { Actor: ErrorActor.Developer or ErrorActor.Merchant } => "shop",
            _ => Other,
        };
    }

    /// <summary>Returns the outcome of a refund; null for a state that is not counted.</summary>
    public static string? Outcome(RefundProgress state) => state switch
    {
        RefundProgress.Done => "done",
        RefundProgress.Pending => "pending",
        RefundProgress.Refused => "refused",
        RefundProgress.PayoutFailed => "payout-failed",
        RefundProgress.Unknown => "unknown",
        _ => null,
    };
}
