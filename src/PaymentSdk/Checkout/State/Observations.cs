using PaymentSdk.Api;
using PaymentSdk.Ledger;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.State;

/// <summary>
/// Converts answers and failures to observations of the money of an attempt (docs/spec/money.md §4). No other code decides what an answer says.
/// </summary>
internal static class Observations
{
    /// <summary>Reads a payment and compares it with the attempt.</summary>
    public static Observation Read(Payment payment, Attempt asked, bool byQuery, string? traceId)
    {
        var fact = Fact(payment, asked, byQuery);
        // A 2xx answer to a confirm must show an approved payment or a virtual account. Otherwise it contradicts itself, and a query follows.
        if (!byQuery && fact is not (ObservedFact.Approved or ObservedFact.AwaitingDeposit or ObservedFact.Mismatch))
            fact = ObservedFact.Nothing;
        return new Observation
        {
            Fact = fact,
            ByQuery = byQuery,
            // An answer about another payment is not evidence about this one.
            Payment = fact is ObservedFact.Nothing or ObservedFact.NotFound ? null : payment,
            IsOfAnotherOrder = fact == ObservedFact.NotFound,
            TraceId = traceId,
        };
    }

    /// <summary>Reads the failure of a confirm.</summary>
    /// <param name="failure">The failure to read.</param>
    /// <param name="firstOfKey">
    /// Whether this was the first call with the idempotency key. A refusal of a later call decides nothing, and a query follows.
    /// </param>
    /// <param name="before">The error code of an earlier answer to the key; null when there was none.</param>
    public static Observation ReadConfirm(PaymentException failure, bool firstOfKey, PaymentErrorCode? before = null)
    {
        var fact = failure.Kind switch
        {
            _ when !firstOfKey => ObservedFact.Nothing,
            PaymentFailureKind.NotSent => ObservedFact.NotSent,
            PaymentFailureKind.Refused when ErrorCatalog.RefusesKeys(failure.Code) => ObservedFact.NotSent,
            PaymentFailureKind.Refused when ErrorCatalog.ClassOf(failure.Code) == ErrorClass.BuyerActs => ObservedFact.Refused,
            _ => ObservedFact.Nothing,
        };
        return Failed(failure, fact, byQuery: false) with
        {
            // The gateway replays a 4xx. The same 5xx or 429 twice counts as a replay, too. A 409 means that a call with the key is in flight.
            SpendsKey = IsSpent(failure, before),
            ConfirmCode = failure.StatusCode is null ? null : failure.Code,
        };
    }

    /// <summary>Reads the payment in the answer to a cancel. It shows the payment as a query does.</summary>
    public static Observation ReadCancel(Payment payment, Attempt asked, RefundRecord refund, string? traceId)
    {
        var seen = Read(payment, asked, byQuery: true, traceId);
        // The answer, or its replay, shows the payment right after our cancel, so the last cancel is ours.
        var ours = seen.Payment?.Cancels?.LastOrDefault(cancel => refund.Amount is not { } amount || cancel.CancelAmount == amount);
        return seen with { ByQuery = false, Cancel = CancelAnswer.Accepted, CancelKey = StorableText.Id(ours?.TransactionKey) };
    }

    /// <summary>Reads the failure of a cancel.</summary>
    /// <param name="failure">The failure to read.</param>
    /// <param name="refund">The refund whose cancel was sent, as it was before the call.</param>
    /// <param name="firstOfKey">Whether it is known that nothing was sent under the key before.</param>
    public static Observation ReadCancel(PaymentException failure, RefundRecord refund, bool firstOfKey)
    {
        var answer = failure.Kind switch
        {
            PaymentFailureKind.Refused when !firstOfKey && IsFinal(failure.Code) => CancelAnswer.RefusedAgain,
            _ when !firstOfKey => CancelAnswer.Unclear,
            PaymentFailureKind.NotSent => CancelAnswer.NotSent,
            PaymentFailureKind.Refused when ErrorCatalog.RefusesKeys(failure.Code) => CancelAnswer.NotSent,
            PaymentFailureKind.Refused when IsFinal(failure.Code) => CancelAnswer.Refused,
            _ => CancelAnswer.Unclear,
        };
        return Failed(failure, ObservedFact.Nothing, byQuery: false) with
        {
            Cancel = answer,
            CancelCode = failure.StatusCode is null ? null : failure.Code,
            // The gateway replays a 4xx, and the same 5xx twice counts as a replay, so the key is spent (docs/spec/money.md §4). After a 409 (in
            // flight) or a 429 the same key is tried again.
            SpendsCancelKey = answer == CancelAnswer.RefusedAgain || (answer == CancelAnswer.Unclear && failure.StatusCode != 429 && IsSpent(failure, refund.FailureCode)),
        };
    }

    /// <summary>Reads the failure of a query. Only a 404 from the API says something about the payment.</summary>
    /// <param name="failure">The failure to read.</param>
    /// <param name="asConfirmed">
    /// Whether the query used the URL and the secret of the confirm. Another account does not know the payment, whether or not it is paid.
    /// </param>
    public static Observation ReadQuery(PaymentException failure, bool asConfirmed) => Failed(
        failure,
        asConfirmed && failure is { Kind: PaymentFailureKind.Refused, StatusCode: 404 } && failure.Code.Value.StartsWith("NOT_FOUND_PAYMENT", StringComparison.Ordinal)
            ? ObservedFact.NotFound
            : ObservedFact.Nothing,
        byQuery: true);

    /// <summary>Returns whether the payment is a virtual account without a deposit.</summary>
    public static bool IsAwaitingDeposit(Payment payment) => payment.Status.Value == "WAITING_FOR_DEPOSIT";

    /// <summary>Returns whether a refusal with this code is final.</summary>
    public static bool IsFinal(PaymentErrorCode code) =>
        ErrorCatalog.ClassOf(code) is ErrorClass.BuyerActs or ErrorClass.NotRetryable or ErrorClass.Conflict;

    /// <summary>Whether the payment has this amount and this currency.</summary>
    public static bool IsAmount(Payment payment, Money asked) =>
        payment.TotalAmount == asked.Value && payment.Currency == asked.Currency;

    private static bool IsSpent(PaymentException failure, PaymentErrorCode? before) => failure.StatusCode switch
    {
        null or 409 => false,
        429 or >= 500 => before == failure.Code,
        _ => true,
    };

    private static Observation Failed(PaymentException failure, ObservedFact fact, bool byQuery) => new()
    {
        Fact = fact,
        ByQuery = byQuery,
        Code = failure.Code,
        StatusCode = failure.StatusCode,
        TraceId = failure.TraceId,
        Contradiction = failure.Contradiction,
    };

    private static ObservedFact Fact(Payment payment, Attempt asked, bool byQuery)
    {
        // The gateway names the payment key of a charge without a window. A text that is not a payment key cannot be queried later.
        if (asked.PaymentKey is { } paymentKey ? payment.PaymentKey != paymentKey : !PaymentKey.TryParse(payment.PaymentKey.Value, out _, out _))
            return ObservedFact.Nothing;
        // A balance cannot be negative, so the answer contradicts itself.
        if (payment.BalanceAmount < 0)
            return ObservedFact.Nothing;
        // The payment key from the buyer's browser belongs to another order, so the gateway has no payment of this order under it.
        if (payment.OrderId != asked.OrderId)
            return byQuery && asked.PaymentKey is not null && OrderId.TryParse(payment.OrderId.Value, out _, out _) ? ObservedFact.NotFound : ObservedFact.Nothing;

        var fact = payment.Status.Value switch
        {
            "READY" or "IN_PROGRESS" => ObservedFact.InProgress,
            "EXPIRED" => ObservedFact.Expired,
            "ABORTED" => ObservedFact.Aborted,
            "WAITING_FOR_DEPOSIT" => ObservedFact.AwaitingDeposit,
            "DONE" => ObservedFact.Approved,
            // A balance of 0 is a full cancel, whatever the status says (docs/spec/payment-api.md §3.12).
            "PARTIAL_CANCELED" when payment.BalanceAmount != 0 => ObservedFact.PartlyCanceled,
            "PARTIAL_CANCELED" or "CANCELED" => ObservedFact.Canceled,
            _ => ObservedFact.Nothing,
        };
        // If no money was taken, the amount proves nothing: a real EXPIRED payment has a currency that is not documented. For a payment that is
        // refunded in full, the amount decides nothing either.
        return fact is ObservedFact.AwaitingDeposit or ObservedFact.Approved or ObservedFact.PartlyCanceled
            && !AttemptStates.GoesBack(asked) && !IsAmount(payment, asked.Amount) ? ObservedFact.Mismatch : fact;
    }
}

/// <summary>Determines whether canceled money has reached the buyer's account. This applies only to deposits into virtual accounts.</summary>
internal static class AccountPayout
{
    public static bool IsPending(Payment? payment) => payment?.VirtualAccount?.RefundStatus?.Value == "PENDING";

    public static bool HasFailed(Payment? payment) => payment?.VirtualAccount?.RefundStatus?.Value is "FAILED" or "PARTIAL_FAILED";
}
