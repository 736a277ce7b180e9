using System.Globalization;
using PaymentSdk.Api;
using PaymentSdk.Ledger;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.State;

/// <summary>
/// Prevents the ledger from moving backwards. A lagging replica may answer a query, so no single observation takes back what was seen
/// before. No other code decides this (docs/spec/money.md §5). Pure.
/// </summary>
internal static class MonotoneObservations
{
    /// <summary>
    /// The time between two agreeing queries. It is longer than an answer can be stale, so that the second query shows current data.
    /// </summary>
    public static readonly TimeSpan Agreement = TimeSpan.FromSeconds(60);

    /// <summary>The number of queries with the same void answer after which an operator is needed.</summary>
    private const int VoidAnswers = 3;

    /// <summary>Returns the part of an observation that may be applied to the row.</summary>
    /// <param name="attempt">The current row.</param>
    /// <param name="seen">The observation.</param>
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

    /// <summary>Returns the number of cancels that took place or are pending. An aborted cancel refunded nothing.</summary>
    public static int CancelCount(Payment payment) => payment.Cancels?.Count(cancel => cancel.CancelStatus != CancelStatus.Aborted) ?? 0;

    /// <summary>
    /// Whether the observation cannot follow DONE in the API. For a payment that was seen DONE it says nothing, however often it is repeated.
    /// </summary>
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
        // The payment had the expected amount before and has another one now, so one of the two answers is wrong.
        if (seen.Fact == ObservedFact.Mismatch && attempt.State is AttemptState.Approved or AttemptState.PartlyCanceled)
            return true;
        return CancelCount(payment) < attempt.CancelCount || payment.BalanceAmount > attempt.Balance;
    }

    /// <summary>Counts equal void answers. A readable answer resets the count, and the third void answer makes the row need an operator.</summary>
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
        CultureInfo.InvariantCulture, $"{seen.Fact} {seen.Payment!.BalanceAmount:0.####} {StorableText.Of(seen.Payment.Currency)} {CancelCount(seen.Payment)}");

    /// <summary>An observation with the part of it that may be applied.</summary>
    /// <param name="Seen">
    /// The observation to apply; its fact is <see cref="ObservedFact.Nothing"/> when it says nothing or waits for a second query.
    /// </param>
    /// <param name="Attempt">The row, with the observation that waits for a second query.</param>
    internal readonly record struct Admitted(Observation Seen, Attempt Attempt);
}
