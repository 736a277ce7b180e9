using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Commit;

/// <summary>
/// Counts confirms by how they ended, once for each end, whoever found it: the answer, a query or a deposit. What is known when the
/// answer is lost is counted as unknown, and again when it is known.
/// </summary>
internal static class ConfirmCounter
{
    public static void Count(string merchant, AttemptState from, Attempt to)
    {
        if (Outcome(from, to.State) is { } outcome)
            Telemetry.CountConfirm(merchant, outcome, MetricWords.Method(to), MetricWords.Refusal(to));
    }

    private static string? Outcome(AttemptState from, AttemptState to) => (from, to) switch
    {
        _ when from == to => null,
        // A part that was cancelled came back: it was paid before.
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
