using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.Reversals;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.Review;

/// <summary>
/// Lists the orders that need attention, and resolves one of them by an operator's decision. The decision is compared with a fresh query, unless the
/// operator chooses otherwise, and is recorded with its actor and reason (docs/spec/money.md §8).
/// </summary>
internal sealed class ManualReview(
    CheckoutContext context, Attention attention, GatewayCalls calls, PurchaseCommits commits, OutcomeRecorder recorder, ReversalProcess reversals) : IPaymentReviews
{
    public Task<IReadOnlyList<AttentionItem>> ListAsync(int maxCount = 100, CancellationToken cancellationToken = default) =>
        attention.ListAsync(maxCount, cancellationToken);

    public async Task<ResolveOutcome> ResolveAsync(ManualResolution resolution, CancellationToken cancellationToken = default)
    {
        CheckoutContext.RequireNoTransaction();
        Check(resolution);
        if (await context.FindAsync(resolution.OrderId, cancellationToken).ConfigureAwait(false) is not { } read)
            return new ResolveOutcome.NotFound(resolution.OrderId);
        if (resolution.Amount is { } amount && (resolution.Currency ?? read.Attempt.BalanceCurrency ?? (resolution.WithoutQuery ? read.Attempt.Amount.Currency : null)) is { } currency)
            CheckDecimals(resolution, amount, currency);
        if (resolution.Resolution != ResolutionKind.RefundedByHand && !NeedsOperator(read.Attempt))
            return new ResolveOutcome.NotNeeded(OrderProjection.Show(read));
        if (resolution.Resolution == ResolutionKind.Reverse)
            return await ReverseAsync(resolution, cancellationToken).ConfigureAwait(false);

        var seen = resolution.WithoutQuery || read.Attempt.FirstSentAt is null ? Unseen : await calls.QueryAsync(read.Attempt).ConfigureAwait(false);
        var decision = new ManualDecision(context, resolution, seen, read.Now);
        var result = await commits.RunAsync(resolution.OrderId, null, 0, entry => decision.DecideAsync(entry!)).ConfigureAwait(false);
        return result.End switch
        {
            CommitEnd.Decided when decision.AppliesObservation => await ApplyAsync(result.Entry!, seen, resolution).ConfigureAwait(false),
            CommitEnd.Decided => decision.Outcome!,
            CommitEnd.Written => new ResolveOutcome.Resolved(OrderProjection.Show(result.Entry!)),
            _ => throw result.Failure ?? new LedgerException("The ledger refused the resolution; nothing was written.") { NothingWritten = true },
        };
    }

    private static Observation Unseen => new() { Fact = ObservedFact.Nothing, ByQuery = false };

    private static bool NeedsOperator(Attempt attempt) =>
        AttemptStates.IsAtOperator(attempt.State) || AttemptStates.WaitsForOther(attempt);

    /// <summary>Records what the gateway shows, as recovery does. The operator's decision adds nothing to it.</summary>
    private async Task<ResolveOutcome> ApplyAsync(AttemptSnapshot entry, Observation seen, ManualResolution resolution)
    {
        var recorded = await recorder.RecordAsync(entry, seen, resolution.Actor).ConfigureAwait(false);
        return NeedsOperator(recorded.Attempt)
            ? new ResolveOutcome.Contradicted(OrderProjection.Show(recorded), new(
                "게이트웨이의 응답으로도 주문의 결과가 정해지지 않았습니다. 주문을 다시 확인하거나 ‘결제 취소(역처리)’(reverse)로 처리하세요.",
                "The gateway's answer did not resolve the order. Check it again, or reverse it."))
            : new ResolveOutcome.Resolved(OrderProjection.Show(recorded));
    }

    private async Task<ResolveOutcome> ReverseAsync(ManualResolution resolution, CancellationToken cancellationToken)
    {
        var request = new ReversalRequest { OrderId = resolution.OrderId, Reason = resolution.Reason, Actor = resolution.Actor };
        var outcome = await reversals.ReverseAsync(request, cancellationToken).ConfigureAwait(false);
        return outcome.Match<ResolveOutcome>(
            reversed => new ResolveOutcome.Resolved(reversed.Order),
            checking => new ResolveOutcome.Resolved(checking.Order),
            watched => new ResolveOutcome.Resolved(watched.Order),
            needsAttention => new ResolveOutcome.Contradicted(needsAttention.Order, new(
                "게이트웨이가 취소를 받아들이지 않습니다. 상점 관리자에서 취소하거나, 구매자에게 직접 환불한 뒤 ‘직접 환불함’(refunded-by-hand)으로 처리하세요.",
                "The gateway does not let it be canceled. Cancel it in the provider's dashboard, or refund it by hand.")),
            unavailable => throw new LedgerException(unavailable.Reason.English) { NothingWritten = unavailable.NothingWritten },
            notFound => new ResolveOutcome.NotFound(notFound.OrderId));
    }

    private static void CheckDecimals(ManualResolution resolution, decimal amount, Currency currency)
    {
        if (decimal.Round(amount, currency.Decimals) != amount)
            throw new ArgumentException($"The amount is {amount}, but an amount in {currency} must have at most {currency.Decimals} decimal places. Round it and try again.", nameof(resolution));
    }

    private static void Check(ManualResolution resolution)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        if (!StorableText.IsReadable(resolution.Actor, 64))
            throw new ArgumentException("The actor must have 1 to 64 characters and no control characters or unpaired surrogates, because the journal stores it.", nameof(resolution));
        if (!StorableText.IsReadable(resolution.Reason, 200))
            throw new ArgumentException("The reason must have 1 to 200 characters and no control characters or unpaired surrogates, because the journal stores it.", nameof(resolution));
        if (resolution.Amount is <= 0)
            throw new ArgumentException($"The amount must be more than 0; this one is {resolution.Amount}. Leave it out for everything that is left, or for the amount that the list shows.", nameof(resolution));
        if (resolution.Currency is { IsCode: false } currency)
            throw new ArgumentException($"A currency must have three capital letters, e.g. KRW; this one is '{currency}'.", nameof(resolution));
        if (resolution.RefundId is not null && resolution.Resolution != ResolutionKind.RefundedByHand)
            throw new ArgumentException("A refund id belongs to refunded-by-hand only. Leave it out.", nameof(resolution));
        if (resolution.Amount is not null && resolution.Resolution is not (ResolutionKind.RefundedByHand or ResolutionKind.AcceptAmount))
            throw new ArgumentException("An amount belongs to refunded-by-hand and accept-amount only. Leave it out.", nameof(resolution));
    }
}
