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

    /// <summary>Checks the request and normalizes what operators type, for example an account number with hyphens and spaces.</summary>
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
        var normal = request with { RefundAccount = Normalize(request.RefundAccount) };
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
    public static BuyerText? Refuse(AttemptSnapshot entry, RefundRequest request)
    {
        var attempt = entry.Attempt;
        if (attempt.OpenRefund is { } open)
            return new(
                $"이 주문의 다른 환불({open})이 아직 진행 중입니다. 그 환불이 끝난 뒤 다시 환불하세요. 이번 요청은 기록되지 않았습니다.",
                $"The refund {open} of this order is still open. Call again when it has ended; the id of this refund was not used.");
        if (attempt.State is not (AttemptState.Approved or AttemptState.PartlyCanceled or AttemptState.AwaitingDeposit))
            return new(
                $"지금 주문 상태({KoreanWords.Of(AttemptStates.Outside(attempt))})에서는 환불할 수 없습니다. 결제 결과를 모르는 주문은 ‘결제 취소(역처리)’(reverse)로 처리하세요.",
                $"The order is {AttemptStates.Outside(attempt)}, so nothing can be refunded. Use ReverseAsync for an order whose outcome is not known.");
        if (attempt.PaymentKey is null)
            return new(
                "이 주문의 결제 키를 다른 주문이 쓰고 있습니다. 한 시간 안에 결제를 다시 조회하니 그 뒤에 다시 환불하세요. 이번 요청은 기록되지 않았습니다.",
                "Another order holds the payment key of this order. The payment is queried again within the hour; call again then. The id of this refund was not used.");
        if (attempt.State == AttemptState.AwaitingDeposit)
            return request.Amount is not null || request.RefundAccount is not null
                ? new(
                    "가상계좌에 아직 입금되지 않았습니다. 금액과 환불 계좌를 비우고 환불하면 가상계좌가 닫힙니다.",
                    "Nothing was paid into the virtual account yet: close it without an amount and without a refund account.")
                : null;
        if (attempt.Balance is null)
            return new(
                "결제를 다시 조회하기 전에는 환불할 수 있는 금액을 알 수 없습니다. 1분 뒤에 다시 환불하세요. 이번 요청은 기록되지 않았습니다.",
                "The refundable amount is not known until the next query of the payment. Call again in a minute; the id of this refund was not used.");
        var left = attempt.Balance.Value - attempt.RefundedByHand;
        if (left <= 0)
            return new(
                "환불할 금액이 남아 있지 않습니다. 이 주문은 이미 전액 환불되었습니다.",
                "Nothing is left to refund: the order was refunded in full.");
        var currency = AttemptStates.BalanceCurrency(attempt);
        if (request.Amount is { } asked && asked > left)
            return new(
                $"요청한 금액({KoreanWords.Of(asked, currency)})이 환불할 수 있는 금액({KoreanWords.Of(left, currency)})보다 큽니다.",
                FormattableString.Invariant($"Only {left} of the order can still be refunded, not {asked}."));
        var decimals = currency.Decimals;
        if ((request.Amount ?? 0).Scale > decimals || (request.TaxFreeAmount ?? 0).Scale > decimals)
            return new(
                $"환불 금액의 소수 자릿수가 통화({currency})에서 쓸 수 있는 자릿수({decimals})보다 많습니다.",
                $"{currency} has {decimals} decimals; the amounts of this refund have more.");
        if (request.TaxFreeAmount is { } taxFree && taxFree > (request.Amount ?? left))
            return new(
                $"면세 금액({KoreanWords.Of(taxFree, currency)})이 환불 금액({KoreanWords.Of(request.Amount ?? left, currency)})보다 큽니다.",
                $"The tax-free part ({taxFree}) must not be more than the amount of the refund ({request.Amount ?? left}).");
        return IsVirtualAccount(attempt) switch
        {
            true when request.RefundAccount is null => new(
                "가상계좌 결제는 구매자의 은행 계좌로 환불합니다. 은행 코드, 계좌번호, 예금주(RefundAccount)를 입력하세요.",
                "A virtual account payment is refunded to a bank account of the buyer: set RefundAccount."),
            false when request.RefundAccount is not null => new(
                "은행 계좌로 환불하는 것은 가상계좌 결제뿐입니다. 환불 계좌(RefundAccount)를 비우세요.",
                "Only a virtual account payment is refunded to a bank account: do not set RefundAccount."),
            _ => null,
        };
    }

    private static bool IsVirtualAccount(Attempt attempt) => attempt.DepositAccount is not null;

    private static RefundReceiveAccount? Normalize(RefundReceiveAccount? account) => account is null ? null : account with
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
            throw new ArgumentException("The reason must have 1 to 200 characters and no control characters or unpaired surrogates, because it is sent to the payment API.", parameter);
        if (!StorableText.IsReadable(actor, 64))
            throw new ArgumentException("The actor must have 1 to 64 characters and no control characters or unpaired surrogates, because the journal stores it.", parameter);
    }
}
