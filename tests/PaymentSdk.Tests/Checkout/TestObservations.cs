using PaymentSdk.Api;
using PaymentSdk.Checkout.State;
using PaymentSdk.Configuration;
using PaymentSdk.Ledger;

namespace PaymentSdk.Tests.Checkout;

/// <summary>Creates observations of a payment, and applies them to attempts that are not stored in a ledger.</summary>
internal static class TestObservations
{
    public static readonly OrderId Another = OrderId.Parse("order-2");

    public static readonly PaymentErrorCode NotCancelable = PaymentErrorCode.From("NOT_CANCELABLE_PAYMENT");

    private static readonly RecoverySettings Recovery = RecoverySettings.Compile(new RecoveryOptions(), testKeysAtTheProvider: false);

    public static Observation NotFound => new() { Fact = ObservedFact.NotFound, ByQuery = true, StatusCode = 404 };

    /// <summary>Returns the attempt with an approval and the given balance and number of cancels.</summary>
    public static Attempt Paid(this Attempt attempt, decimal balance = 15_000, int cancels = 0) =>
        attempt with { ApprovedAt = Attempts.Opened, Balance = balance, CancelCount = cancels };

    public static Attempt Reversed(this Attempt attempt) =>
        attempt with { ReversalRequestedAt = Attempts.Opened, ReversalReason = "품절", ReversalActor = "clerk" };

    /// <summary>Returns the entry with another attempt as the blocking attempt of its purchase.</summary>
    public static AttemptSnapshot Beside(this AttemptSnapshot entry) => entry with { Purchase = entry.Purchase with { LiveAttempt = Another, AttemptCount = 2 } };

    public static Observation Query(AttemptSnapshot entry, Payment payment) => Observations.Read(payment, entry.Attempt, byQuery: true, "trace");

    public static Observation Query(AttemptSnapshot entry, string status, decimal? balance = null, params PaymentCancel[] cancels) =>
        Query(entry, Attempts.Payment(status, balance: balance) with { Cancels = cancels });

    public static PaymentCancel Cancel(string transactionKey, decimal amount, string reason = "환불") =>
        new() { TransactionKey = transactionKey, CancelAmount = amount, CancelReason = reason, CancelStatus = CancelStatus.Done, CanceledAt = Attempts.Opened };

    public static Payment Account(TimeSpan due, string status = "WAITING_FOR_DEPOSIT") => Attempts.Payment(status) with
    {
        VirtualAccount = new PaymentVirtualAccount { AccountNumber = "0000", DueDate = Attempts.Opened + due },
    };

    public static RefundRecord Refund(string refundId, RefundProgress state, decimal? amount, decimal? refundable = 15_000) => new()
    {
        Merchant = "",
        OrderId = OrderId.Parse("order-1"),
        RefundId = RefundId.Parse(refundId),
        Number = 1,
        State = state,
        Amount = amount,
        RefundableAmount = refundable,
        Reason = "환불",
        Actor = "shop",
        IdempotencyKey = IdempotencyKey.Parse("refund-key-1"),
        SecretFingerprint = "fingerprint",
        RequestUrl = "https://api.example/cancel",
        FirstSentAt = state == RefundProgress.Requested ? null : Attempts.Opened,
        LastSendAt = state == RefundProgress.Requested ? null : Attempts.Opened + TimeSpan.FromSeconds(45),
        RequestedAt = Attempts.Opened,
        ChangedAt = Attempts.Opened,
    };

    public static LedgerCommit Apply(AttemptSnapshot entry, Observation seen, OtherAttempt other = OtherAttempt.None, params RefundRecord[] refunds) =>
        TryApply(entry, seen, other, refunds) ?? throw new InvalidOperationException("The observation writes nothing.");

    public static LedgerCommit? TryApply(AttemptSnapshot entry, Observation seen, OtherAttempt other = OtherAttempt.None, params RefundRecord[] refunds) =>
        Transition.Apply(new TransitionInput(entry, entry.Now, refunds, other, Recovery), seen, MoveReason.Recovery);

    public static Attempt After(this LedgerCommit commit) => commit.Moves[0].Attempt;

    /// <summary>Returns the entry as it is read after the commit was written.</summary>
    public static AttemptSnapshot After(this LedgerCommit commit, AttemptSnapshot before) => new(
        commit.Purchase with { Version = before.Purchase.Version + 1 }, commit.Moves[0].Attempt, before.Now);

    public static OrderEventType[] EventTypes(this LedgerCommit commit) => [.. commit.Events.Select(one => one.Type)];
}
