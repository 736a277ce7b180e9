using static PaymentSdk.AttemptState;

namespace PaymentSdk.Simulation.Command;

/// <summary>The legal transitions of an attempt, written down from the rules and not from the product (docs/spec/money.md, section 2).</summary>
internal static class WrittenTransitions
{
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
        (Mismatch, [Approved, Canceled, Reversing, NeedsAttention]),
        (NeedsAttention, [Approved, PartlyCanceled, Canceled, AwaitingDeposit, Expired, Declined, NotSent, Reversing, DuplicatePayment, Mismatch]),
        (Canceled, [Reversing, NeedsAttention]),
    ];

    /// <summary>As coverage names them; the first row of an attempt comes from nothing.</summary>
    public static IReadOnlySet<string> All { get; } = new SortedSet<string>(
        Rules.SelectMany(rule => rule.To.Select(to => $"{rule.From}→{to}")).Prepend($"-→{Created}"), StringComparer.Ordinal);
}
