using PaymentSdk.Api;
using PaymentSdk.Ledger;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.State;

/// <summary>Reads answers and failures into observations: the one place where an answer is given its meaning (docs/spec/money.md §4).</summary>
internal static class Observations
{
    /// <summary>Reads a payment against what was asked.</summary>
    public static Observation Read(Payment payment, Attempt asked, bool byQuery, string? traceId)
    {
        var fact = Fact(payment, asked, byQuery);
        // A 2xx to a confirm that shows anything but taken money or an account contradicts itself: query (docs/spec/money.md §4).
        if (!byQuery && fact is not (ObservedFact.Approved or ObservedFact.AwaitingDeposit or ObservedFact.Mismatch))
            fact = ObservedFact.Nothing;
        return new Observation
        {
            Fact = fact,
            ByQuery = byQuery,
            // An answer about another payment is not evidence of ours.
            Payment = fact is ObservedFact.Nothing or ObservedFact.NotFound ? null : payment,
            IsOfAnotherOrder = fact == ObservedFact.NotFound,
            TraceId = traceId,
        };
    }

    /// <summary>Reads the failure of a confirm.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="firstOfKey">Whether this was the first call with the idempotency key; the refusal of a later one decides nothing and is followed by a query.</param>
    /// <param name="before">The code that the key was answered with before; null when it was not.</param>
    public static Observation ReadConfirm(PaymentException failure, bool firstOfKey, PaymentErrorCode? before = null)
    {
        var fact = failure.Kind switch
        {
            _ when !firstOfKey => ObservedFact.Nothing,
            PaymentFailureKind.NotSent => ObservedFact.NotSent,
            PaymentFailureKind.Refused when ErrorCatalogue.RefusesKeys(failure.Code) => ObservedFact.NotSent,
            PaymentFailureKind.Refused when ErrorCatalogue.ClassOf(failure.Code) == ErrorClass.BuyerActs => ObservedFact.Refused,
            _ => ObservedFact.Nothing,
        };
        return Failed(failure, fact, byQuery: false) with
        {
            // A 4xx is replayed; the same 5xx or 429 twice is one, too. 409 says that the key is in flight.
            SpendsKey = IsSpent(failure, before),
            ConfirmCode = failure.StatusCode is null ? null : failure.Code,
        };
    }

    /// <summary>Reads the payment that a cancel was answered with: it shows the payment like a query does.</summary>
    public static Observation ReadCancel(Payment payment, Attempt asked, RefundRecord refund, string? traceId)
    {
        var seen = Read(payment, asked, byQuery: true, traceId);
        // The answer, and a replay of it, shows the payment as our cancel left it: ours is the last one.
        var ours = seen.Payment?.Cancels?.LastOrDefault(cancel => refund.Amount is not { } amount || cancel.CancelAmount == amount);
        return seen with { ByQuery = false, Cancel = CancelAnswer.Accepted, CancelKey = StorableText.Id(ours?.TransactionKey) };
    }

    /// <summary>Reads the failure of a cancel.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="refund">The refund it was sent for, as it was before the call.</param>
    /// <param name="firstOfKey">Whether nothing may have been sent under its key before.</param>
    public static Observation ReadCancel(PaymentException failure, RefundRecord refund, bool firstOfKey)
    {
        var answer = failure.Kind switch
        {
            PaymentFailureKind.Refused when !firstOfKey && IsFinal(failure.Code) => CancelAnswer.RefusedAgain,
            _ when !firstOfKey => CancelAnswer.Unclear,
            PaymentFailureKind.NotSent => CancelAnswer.NotSent,
            PaymentFailureKind.Refused when ErrorCatalogue.RefusesKeys(failure.Code) => CancelAnswer.NotSent,
            PaymentFailureKind.Refused when IsFinal(failure.Code) => CancelAnswer.Refused,
            _ => CancelAnswer.Unclear,
        };
        return Failed(failure, ObservedFact.Nothing, byQuery: false) with
        {
            Cancel = answer,
            CancelCode = failure.StatusCode is null ? null : failure.Code,
            // A 4xx is replayed; the same 5xx twice is one, too (docs/spec/money.md §4). Behind a busy key budget a refund has time: 429 is tried again.
            SpendsCancelKey = answer == CancelAnswer.RefusedAgain || (answer == CancelAnswer.Unclear && failure.StatusCode != 429 && IsSpent(failure, refund.FailureCode)),
        };
    }

    /// <summary>Reads the failure of a query: only a 404 of the API says something about the payment.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="asConfirmed">Whether it was asked where, and with the secret that, the confirm was sent: other books do not know the payment, paid or not.</param>
    public static Observation ReadQuery(PaymentException failure, bool asConfirmed) => Failed(
        failure,
        asConfirmed && failure is { Kind: PaymentFailureKind.Refused, StatusCode: 404 } && failure.Code.Value.StartsWith("NOT_FOUND_PAYMENT", StringComparison.Ordinal)
            ? ObservedFact.NotFound
            : ObservedFact.Nothing,
        byQuery: true);

    /// <summary>Whether the payment is a virtual account that nothing was paid into.</summary>
    public static bool IsAwaitingDeposit(Payment payment) => payment.Status.Value == "WAITING_FOR_DEPOSIT";

    /// <summary>Whether a refusal with this code is the gateway's last word on the request.</summary>
    public static bool IsFinal(PaymentErrorCode code) =>
        ErrorCatalogue.ClassOf(code) is ErrorClass.BuyerActs or ErrorClass.NotRetryable or ErrorClass.Conflict;

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
        // A charge without a window learns its payment key from the gateway: what is not a key cannot be asked for again.
        if (asked.PaymentKey is { } paymentKey ? payment.PaymentKey != paymentKey : !PaymentKey.TryParse(payment.PaymentKey.Value, out _, out _))
            return ObservedFact.Nothing;
        // Less than nothing cannot be left: the answer contradicts itself.
        if (payment.BalanceAmount < 0)
            return ObservedFact.Nothing;
        // The key that the buyer's browser brought is another order's: under it the gateway has no payment of this one.
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
        // Where no money was taken the amount proves nothing: a real EXPIRED object carries an unlisted currency. Of a payment that
        // goes back in full the amount decides nothing either.
        return fact is ObservedFact.AwaitingDeposit or ObservedFact.Approved or ObservedFact.PartlyCanceled
            && !AttemptStates.GoesBack(asked) && !IsAmount(payment, asked.Amount) ? ObservedFact.Mismatch : fact;
    }

    /// <summary>Whether the payment is of this amount, in this currency.</summary>
    public static bool IsAmount(Payment payment, Money asked) =>
        payment.TotalAmount == asked.Value && payment.Currency == asked.Currency;
}
