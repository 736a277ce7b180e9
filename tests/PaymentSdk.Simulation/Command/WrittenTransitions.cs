using static PaymentSdk.AttemptState;

namespace PaymentSdk.Simulation.Command;

/// <summary>The legal transitions of an attempt, taken from the rules, not from the product code (docs/spec/money.md §2).</summary>
internal static class WrittenTransitions
{
    private static readonly AttemptState[] AnyOther =
        [Confirming, Unknown, AwaitingDeposit, Approved, PartlyCanceled, Declined, Expired, NotSent, Canceled, Reversing, DuplicatePayment, Mismatch, NeedsAttention, Created, Superseded];

    private static readonly (AttemptState From, AttemptState[] To)[] Rules =
    [
        (Created, [Confirming, Superseded, Expired]),
        (Confirming, [Unknown, Approved, AwaitingDeposit, Declined, Expired, NotSent, Mismatch, Canceled, Reversing, NeedsAttention]),
        (Unknown, [Confirming, Approved, AwaitingDeposit, Declined, Expired, NotSent, Mismatch, Canceled, Reversing, NeedsAttention]),
        (AwaitingDeposit, [Approved, Expired, Canceled, Reversing, Mismatch, NeedsAttention]),
        (Approved, [PartlyCanceled, Canceled, AwaitingDeposit, Reversing, NeedsAttention]),
        (PartlyCanceled, [PartlyCanceled, Canceled, Approved, AwaitingDeposit, Reversing, NeedsAttention]),
        (Declined, [Approved, DuplicatePayment, Reversing, Canceled, Mismatch, NeedsAttention]),
        (Expired, [Approved, DuplicatePayment, Reversing, Canceled, Mismatch, NeedsAttention]),
        (NotSent, [Approved, DuplicatePayment, Reversing, Canceled, Mismatch, NeedsAttention]),
        (Superseded, [Approved, DuplicatePayment, Reversing, Canceled, Mismatch, NeedsAttention]),
        (Reversing, [Canceled, NeedsAttention, Expired, NotSent]),
        (DuplicatePayment, [Canceled, NeedsAttention]),
        (Mismatch, AnyOther),
        (NeedsAttention, AnyOther),
        (Canceled, [Reversing, NeedsAttention]),
    ];

    /// <summary>
    /// Legal transitions that no history can reach, because no answer of the matrix and no operator makes them, or only an answer that the API
    /// never gives. From Mismatch and NeedsAttention the rules allow any state; the rows of the matrix for these two, the operators' decisions
    /// and a reversal lead to nine states from Mismatch, and to ten from NeedsAttention.
    /// </summary>
    private static readonly (AttemptState From, AttemptState[] To)[] Unreachable =
    [
        // Only the answer to the first send of a confirm can lead to NotSent (docs/spec/money.md §4). The confirm of an Unknown attempt may already
        // have been sent.
        (Unknown, [NotSent]),
        // A reversal of an attempt for which nothing was ever taken ends only in Expired (docs/spec/money.md §6).
        (Reversing, [NotSent]),
        // The API never moves a payment from PARTIAL_CANCELED to WAITING_FOR_DEPOSIT, because a deposit can be returned only from DONE
        // (docs/spec/payment-api.md §3.12).
        (PartlyCanceled, [AwaitingDeposit]),
        // An amount is compared only after money was taken or an account was opened, and the API never moves such a payment to ABORTED
        // (docs/spec/payment-api.md §3.12).
        (Mismatch, [Declined]),
        // No answer of the matrix leads back to Created, Superseded, Confirming, Unknown or NotSent. A partly canceled payment that is seen in these
        // two states becomes Approved first, with its event, then PartlyCanceled (docs/spec/money.md §2). Only from NeedsAttention can an operator's
        // decision lead to PartlyCanceled directly, if the event of the sale was written before.
        (Mismatch, [Created, Superseded, Confirming, Unknown, NotSent, PartlyCanceled]),
        (NeedsAttention, [Created, Superseded, Confirming, Unknown, NotSent]),
    ];

    /// <summary>The legal transitions, by their names in the coverage. The first row of an attempt has no previous state.</summary>
    public static IReadOnlySet<string> Legal { get; } = Names(Rules.Select(rule => ((AttemptState?)rule.From, rule.To)).Append((null, [Created])));

    /// <summary>The legal transitions that histories must reach.</summary>
    public static IReadOnlySet<string> All { get; } = new SortedSet<string>(Legal.Except(Names(Unreachable.Select(rule => ((AttemptState?)rule.From, rule.To)))), StringComparer.Ordinal);

    private static SortedSet<string> Names(IEnumerable<(AttemptState? From, AttemptState[] To)> rules) => new(
        rules.SelectMany(rule => rule.To.Where(to => to != rule.From || to == PartlyCanceled).Select(to => $"{rule.From?.ToString() ?? "-"}→{to}")), StringComparer.Ordinal);
}
