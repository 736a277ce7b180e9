using static PaymentSdk.AttemptState;

namespace PaymentSdk.Simulation.Command;

/// <summary>The legal transitions of an attempt, written down from the rules and not from the product (docs/spec/money.md §2).</summary>
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
    /// Legal moves that no answer of the matrix and no operator makes, or only after what the API never does: no history can reach them. From Mismatch and
    /// NeedsAttention the rules allow any state; the rows of the matrix for these two, the operators' words and a reversal lead to nine from Mismatch, and to ten from NeedsAttention.
    /// </summary>
    private static readonly (AttemptState From, AttemptState[] To)[] Unreachable =
    [
        // NotSent moves only a confirm whose first send is answered (docs/spec/money.md §4); one that was Unknown had a send that left.
        (Unknown, [NotSent]),
        // Expire is the one answer to nothing ever taken while it is reversed (docs/spec/money.md §6).
        (Reversing, [NotSent]),
        // The API has no way from PARTIAL_CANCELED to WAITING_FOR_DEPOSIT: a deposit is returned only from DONE (docs/spec/payment-api.md §3.12).
        (PartlyCanceled, [AwaitingDeposit]),
        // An amount is compared only where money was taken or an account was opened, and from there the API has no way to ABORTED (docs/spec/payment-api.md §3.12).
        (Mismatch, [Declined]),
        // A partly cancelled payment that is seen here is Approved first, with its event, then PartlyCanceled (docs/spec/money.md §2), unless an operator decides it after the sale was told; no answer of the matrix opens, supersedes, sends or unsends it.
        (Mismatch, [Created, Superseded, Confirming, Unknown, NotSent, PartlyCanceled]),
        (NeedsAttention, [Created, Superseded, Confirming, Unknown, NotSent]),
    ];

    /// <summary>As coverage names them; the first row of an attempt comes from nothing.</summary>
    public static IReadOnlySet<string> Legal { get; } = Names(Rules.Select(rule => ((AttemptState?)rule.From, rule.To)).Append((null, [Created])));

    /// <summary>Those of them that histories have to reach.</summary>
    public static IReadOnlySet<string> All { get; } = new SortedSet<string>(Legal.Except(Names(Unreachable.Select(rule => ((AttemptState?)rule.From, rule.To)))), StringComparer.Ordinal);

    private static SortedSet<string> Names(IEnumerable<(AttemptState? From, AttemptState[] To)> rules) => new(
        rules.SelectMany(rule => rule.To.Where(to => to != rule.From || to == PartlyCanceled).Select(to => $"{rule.From?.ToString() ?? "-"}→{to}")), StringComparer.Ordinal);
}
