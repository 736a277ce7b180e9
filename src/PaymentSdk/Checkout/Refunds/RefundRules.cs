using PaymentSdk.Api;
using PaymentSdk.Api.Payments;
using PaymentSdk.Checkout.State;
using PaymentSdk.Ledger;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.Refunds;

/// <summary>
/// Checks refunds and reversals for errors before anything is committed, because an invalid request in the ledger could never be
/// resolved. Every message says what to change.
/// </summary>
internal static class RefundRules
{
    private static readonly IdempotencyKey AnyKey = IdempotencyKey.Parse("check");

    /// <summary>Checks the request and normalizes what people type, for example an account number with hyphens and spaces.</summary>
    /// <exception cref="ArgumentException">A value is invalid.</exception>
    public static RefundRequest Check(RefundRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.RefundId.Value.Length == 0)
            throw new ArgumentException("The refund id is empty. Give each refund its own id: the SDK never makes a refund with the same id twice.", nameof(request));
        if (request.RefundId.Value.StartsWith(RefundStates.ReservedPrefix, StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"Refund ids that begin with '{RefundStates.ReservedPrefix}' are made by the SDK. Use another id.", nameof(request));
        CheckTexts(request.Reason, request.Actor, nameof(request));
        if (request.Amount is <= 0)
            throw new ArgumentException($"The amount of a refund must be more than 0; this one is {request.Amount}. Leave it out to refund everything.", nameof(request));
        if (request.TaxFreeAmount > request.Amount)
            throw new ArgumentException($"The tax-free part ({request.TaxFreeAmount}) must not be more than the amount of the refund ({request.Amount}).", nameof(request));
        var normal = request with { RefundAccount = Normalise(request.RefundAccount) };
        RequestCheck.Check(new CancelRequest
        {
            CancelReason = normal.Reason,
            IdempotencyKey = AnyKey,
            CancelAmount = normal.Amount,
            TaxFreeAmount = normal.TaxFreeAmount,
            RefundReceiveAccount = normal.RefundAccount,
        });
        return normal;
    }

    /// <summary>
    /// Returns a refund of the same amount under another id that was open during the call; null when there is none, or when the request allows
    /// duplicates. Two requests for everything that is left count as the same amount, even if less is left now.
    /// </summary>
    public static RefundRecord? FindDuplicate(Attempt attempt, RefundRequest request, IEnumerable<RefundRecord> open) => request.AllowDuplicate
        ? null
        : open.FirstOrDefault(refund => refund.State != RefundProgress.Refused && (request.Amount is { } amount ? refund.Amount == amount : IsEverything(attempt, refund)));

    private static bool IsEverything(Attempt attempt, RefundRecord refund) => refund.Amount is null || refund.Amount >= refund.RefundableAmount - attempt.RefundedByHand;

    /// <summary>Returns the reason why this order cannot be refunded as requested; null when it can.</summary>
    public static string? Refuse(AttemptSnapshot entry, RefundRequest request)
    {
        var attempt = entry.Attempt;
        if (attempt.OpenRefund is { } open)
            return $"The refund {open} of this order is still open. Call again when it has ended; the id of this refund was not used.";
        if (attempt.State is not (AttemptState.Approved or AttemptState.PartlyCanceled or AttemptState.AwaitingDeposit))
            return $"The order is {AttemptStates.Outside(attempt)}, so nothing can be refunded. Use ReverseAsync for an order whose outcome is not known.";
        if (attempt.PaymentKey is null)
            return "Another order holds the payment key of this order. The payment is queried again within the hour; call again then. The id of this refund was not used.";
        if (attempt.State == AttemptState.AwaitingDeposit)
            return request.Amount is not null || request.RefundAccount is not null
                ? "Nothing was paid into the virtual account yet: close it without an amount and without a refund account."
                : null;
        if (attempt.Balance is null)
            return "The refundable amount is not known until the next query of the payment. Call again in a minute; the id of this refund was not used.";
        var left = attempt.Balance - attempt.RefundedByHand;
        if (left <= 0)
            return "Nothing is left to refund: the order was refunded in full.";
        if (request.Amount > left)
            return $"Only {left} of the order can still be refunded, not {request.Amount}.";
        var decimals = attempt.Amount.Currency.Decimals;
        if ((request.Amount ?? 0).Scale > decimals || (request.TaxFreeAmount ?? 0).Scale > decimals)
            return $"{attempt.Amount.Currency} has {decimals} decimals; the amounts of this refund have more.";
        if (request.TaxFreeAmount > (request.Amount ?? left))
            return $"The tax-free part ({request.TaxFreeAmount}) must not be more than the amount of the refund ({request.Amount ?? left}).";
        return IsVirtualAccount(attempt) switch
        {
            true when request.RefundAccount is null => "A virtual account payment is refunded to a bank account of the buyer: set RefundAccount.",
            false when request.RefundAccount is not null => "Only a virtual account payment is refunded to a bank account: do not set RefundAccount.",
            _ => null,
        };
    }

    private static bool IsVirtualAccount(Attempt attempt) => attempt.DepositAccount is not null;

    private static RefundReceiveAccount? Normalise(RefundReceiveAccount? account) => account is null ? null : account with
    {
        Bank = account.Bank?.Trim()!,
        AccountNumber = string.Concat((account.AccountNumber ?? "").Where(character => character is not ('-' or ' ' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014'))),
        HolderName = account.HolderName?.Trim()!,
    };

    /// <summary>Checks the reason and the actor of a refund or a reversal.</summary>
    /// <exception cref="ArgumentException">A text is invalid.</exception>
    public static void CheckTexts(string reason, string actor, string parameter)
    {
        if (!StorableText.IsReadable(reason, 200))
            throw new ArgumentException("The reason must have 1 to 200 characters and no control characters or half surrogate pairs, because it is sent to the payment API.", parameter);
        if (!StorableText.IsReadable(actor, 64))
            throw new ArgumentException("The actor must have 1 to 64 characters and no control characters or half surrogate pairs, because the journal stores it.", parameter);
    }
}
