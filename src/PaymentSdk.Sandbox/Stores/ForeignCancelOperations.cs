using System.Buffers;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>Cancels that a foreign wallet decides later (docs/spec/payment-api.md §2.1, §3.12). Until then the payment is unchanged.</summary>
internal static class ForeignCancelOperations
{
    private static readonly TimeSpan _untilDecided = TimeSpan.FromHours(1);

    private static readonly SearchValues<char> _requestIdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=");

    /// <summary>Returns the payment with a cancel in progress. Refuses a request without the shop's own id.</summary>
    public static Payment Begin(Payment payment, CancelRequest request, decimal amount, DateTimeOffset now)
    {
        if (request.RequestId is not { Length: >= 6 } id || id.AsSpan().ContainsAnyExcept(_requestIdCharacters))
            throw new RefusedException("INVALID_REQUEST");
        var taxFree = amount == payment.Balance ? payment.TaxFreeBalance : request.TaxFreeAmount;
        return payment with
        {
            Cancels = payment.Cancels.Add(new Cancellation(amount, request.Reason, taxFree, payment.Balance, now, Identifiers.TransactionKey())
            {
                Status = Cancellation.InProgress,
                RequestId = id,
                IsDoomed = request.PayoutFails,
                IsWhole = amount == payment.Balance && payment.HasNoCancel,
                IdempotencyKey = request.IdempotencyKey,
            }),
        };
    }

    /// <summary>Returns true if enough time has passed for the foreign wallet to decide the cancel.</summary>
    public static bool IsDecided(Payment payment, DateTimeOffset now) =>
        payment.Cancels is [.., { Status: Cancellation.InProgress } last] && now - last.At >= _untilDecided;

    /// <summary>
    /// Returns the payment after the foreign wallet's decision: canceled, or with the cancel aborted and its status and balance unchanged.
    /// </summary>
    public static Payment Decide(Payment payment)
    {
        var cancel = payment.Cancels[^1];
        if (cancel.IsDoomed)
            return payment with { Cancels = payment.Cancels.Replace(cancel, cancel with { Status = Cancellation.Aborted }) };
        var balance = Money.Plain(payment.Balance - cancel.Amount);
        var canceled = payment with
        {
            Status = cancel.IsWhole ? PaymentStatus.Canceled : PaymentStatus.PartialCanceled,
            Balance = balance,
            LastTransactionKey = cancel.TransactionKey,
            Cancels = payment.Cancels.Replace(cancel, cancel with { Status = Cancellation.Done, RefundableAmount = balance }),
        };
        return canceled.Executed("cancel", cancel.Amount, cancel.At + _untilDecided, cancel.IdempotencyKey);
    }
}
