using System.Globalization;
using PaymentSdk.Api;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.State;

/// <summary>
/// Keeps the ledger from learning backwards: a query may be answered by a replica that lags, so that no single observation takes
/// back what was seen. The one place for it (docs/spec/money.md §5). Pure.
/// </summary>
internal static class MonotoneObservations
{
    /// <summary>Longer than an answer can be stale: a second query begun after it sees whatever the first one contradicts.</summary>
    public static readonly TimeSpan Agreement = TimeSpan.FromSeconds(60);

    /// <summary>How many queries answered with the same void answer are enough for an operator.</summary>
    private const int VoidAnswers = 3;

    /// <summary>What of an observation may be applied to the row.</summary>
    /// <param name="attempt">The row as it is.</param>
    /// <param name="seen">What was seen.</param>
    /// <param name="begun">When the query began, in database time.</param>
    public static Admitted Admit(Attempt attempt, Observation seen, DateTimeOffset begun)
    {
        if (Contradicts(attempt, seen))
            return new(seen with { Fact = ObservedFact.Nothing, Payment = null, SaysNothing = true }, attempt);
        if (seen.Contradiction is { } contradiction)
            return seen.ByQuery ? Void(attempt, seen, contradiction, begun) : new(seen, attempt);
        if (!IsBackwards(attempt, seen))
            return new(seen, seen.Payment is null ? attempt : Forget(attempt));
        var shown = Signature(seen);
        if (!seen.ByQuery)
            return new(Doubted(seen), attempt);
        if (attempt.DoubtfulObservation == shown && attempt.DoubtfulObservationAt is { } first)
        {
            return begun >= first + Agreement
                ? new(seen, Forget(attempt) with { Balance = null, BalanceCurrency = null, CancelCount = 0 })
                : new(Doubted(seen), attempt);
        }

        return new(Doubted(seen), attempt with { DoubtfulObservation = shown, DoubtfulObservationAt = begun });
    }

    /// <summary>The cancels of a payment that took place or are under way; an aborted one took nothing back.</summary>
    public static int CancelCount(Payment payment) => payment.Cancels?.Count(cancel => cancel.CancelStatus != CancelStatus.Aborted) ?? 0;

    /// <summary>The API has no way from DONE to these: of a payment that was seen DONE they say nothing, however often.</summary>
    private static bool Contradicts(Attempt attempt, Observation seen) =>
        attempt.ApprovedAt is not null
        && seen.Fact is ObservedFact.NotFound or ObservedFact.InProgress or ObservedFact.Expired or ObservedFact.Aborted;

    private static bool IsBackwards(Attempt attempt, Observation seen)
    {
        if (seen.Payment is not { } payment)
            return false;
        var wasPaid = attempt.ApprovedAt is not null;
        if (seen.Fact == ObservedFact.AwaitingDeposit)
            return wasPaid || attempt.CancelCount > 0;
        if (seen.Fact < ObservedFact.Approved || (!wasPaid && attempt.CancelCount == 0))
            return false;
        // A payment of the expected amount once, of another amount now: one of the two answers is wrong.
        if (seen.Fact == ObservedFact.Mismatch && attempt.State is AttemptState.Approved or AttemptState.PartlyCanceled)
            return true;
        return CancelCount(payment) < attempt.CancelCount || payment.BalanceAmount > attempt.Balance;
    }

    /// <summary>A void answer waits where a doubtful one would: anything that can be read clears it, and the third of the same is for an operator.</summary>
    private static Admitted Void(Attempt attempt, Observation seen, string contradiction, DateTimeOffset begun)
    {
        var times = attempt.DoubtfulObservation switch
        {
            { } one when one == Signature(contradiction, 1) => 2,
            { } two when two == Signature(contradiction, 2) => 3,
            _ => 1,
        };
        return times == VoidAnswers
            ? new(seen with { IsVoidForGood = true }, Forget(attempt))
            : new(seen, attempt with { DoubtfulObservation = Signature(contradiction, times), DoubtfulObservationAt = begun });
    }

    private static Observation Doubted(Observation seen) => seen with { Fact = ObservedFact.Nothing, Payment = null, IsDoubtful = true };

    private static Attempt Forget(Attempt attempt) => attempt with { DoubtfulObservation = null, DoubtfulObservationAt = null };

    private static string Signature(string contradiction, int times) => string.Create(CultureInfo.InvariantCulture, $"void {times}: {contradiction}");

    private static string Signature(Observation seen) => string.Create(
        CultureInfo.InvariantCulture, $"{seen.Fact} {seen.Payment!.BalanceAmount:0.####} {CancelCount(seen.Payment)}");

    /// <summary>An observation as it may be applied.</summary>
    /// <param name="Seen">What may be applied; <see cref="ObservedFact.Nothing"/> when it says nothing or waits for a second one.</param>
    /// <param name="Attempt">The row with what waits for a second query.</param>
    internal readonly record struct Admitted(Observation Seen, Attempt Attempt);
}
