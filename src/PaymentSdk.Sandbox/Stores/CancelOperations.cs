namespace PaymentSdk.Sandbox.Stores;

/// <summary>Decides a cancel (docs/spec/payment-api.md §2.1, §3.12, §5.3). It is a pure function; the store applies the result.</summary>
internal static class CancelOperations
{
    /// <summary>Returns the payment after the cancel. Throws if the cancel is refused, and the payment is then unchanged.</summary>
    public static Payment Decide(Payment payment, CancelRequest request, DateTimeOffset now)
    {
        var amount = request.Amount ?? payment.Balance;
        var refusal = StatusRefusal(payment, now) ?? AmountRefusal(payment, request, amount) ?? AccountRefusal(payment, request, amount);
        if (refusal is not null)
            throw new RefusedException(refusal);
        return payment.Choice is PaymentChoice.ForeignEasyPay && !request.AtDashboard
            ? ForeignCancelOperations.Begin(payment, request, amount, now)
            : Cancel(payment, request, amount, now);
    }

    private static string? StatusRefusal(Payment payment, DateTimeOffset now) => payment.Status switch
    {
        PaymentStatus.Canceled => "ALREADY_CANCELED_PAYMENT",
        _ when CancelDeadline.IsPast(payment, now) => "EXCEED_MAX_REFUND_DUE",
        PaymentStatus.Done or PaymentStatus.PartialCanceled or PaymentStatus.WaitingForDeposit => null,
        _ => "NOT_CANCELABLE_PAYMENT",
    };

    private static string? AmountRefusal(Payment payment, CancelRequest request, decimal amount) => payment switch
    {
        { HasOpenCancel: true } => "ALREADY_REFUNDING_PAYMENT",
        _ when request.Currency is { } currency && currency != payment.Session.Currency => "INVALID_CURRENCY",
        _ when request.RefundableAmount is { } refundable && refundable != payment.Balance => "NOT_MATCHES_REFUNDABLE_AMOUNT",
        { Balance: 0 } => "NOT_CANCELABLE_AMOUNT",
        _ when !SessionRules.IsAmount(amount, SessionRules.Exponent(payment.Session.Currency) ?? 0) => "INVALID_REFUND_AMOUNT",
        _ when amount > payment.Balance => "NOT_CANCELABLE_AMOUNT",
        _ when amount < payment.Balance && !payment.IsPartlyCancelable => "NOT_ALLOWED_PARTIAL_REFUND",
        _ when amount < payment.Balance && amount < payment.Discount => "EXCEED_CANCEL_AMOUNT_DISCOUNT_AMOUNT",
        _ when request.TaxExemptionAmount < 0 || request.TaxExemptionAmount + request.TaxFreeAmount > amount => "INVALID_REFUND_AMOUNT",
        _ when request.TaxExemptionAmount > payment.TaxExemptionBalance => "EXCEED_MAX_REFUND_AMOUNT",
        _ when request.TaxFreeAmount < 0 || request.TaxFreeAmount > amount => "INVALID_REFUND_AMOUNT",
        _ when request.TaxFreeAmount > payment.TaxFreeBalance => "EXCEED_MAX_REFUND_AMOUNT",
        _ => null,
    };

    private static string? AccountRefusal(Payment payment, CancelRequest request, decimal amount) => payment switch
    {
        { VirtualAccount: null } => null,
        { Status: PaymentStatus.WaitingForDeposit } => amount < payment.Balance ? "NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT" : null,
        _ when request.AtDashboard => null,
        _ => RefundAccountRules.Refusal(request.RefundAccount),
    };

    private static Payment Cancel(Payment payment, CancelRequest request, decimal amount, DateTimeOffset now)
    {
        var balance = Money.Plain(payment.Balance - amount);
        // A full cancel includes the whole tax-free amount, regardless of the request.
        var taxFree = request.Amount is null || balance == 0 ? payment.TaxFreeBalance : request.TaxFreeAmount;
        var taxExemption = request.Amount is null || balance == 0 ? payment.TaxExemptionBalance : request.TaxExemptionAmount;
        var transactionKey = Identifiers.TransactionKey();
        var wasPaid = payment.Status != PaymentStatus.WaitingForDeposit;
        var canceled = payment with
        {
            // Only a full cancel in one step leads to CANCELED. If several partial cancels add up to the whole amount, the payment stays
            // PARTIAL_CANCELED (docs/spec/payment-api.md §3.12).
            Status = balance == 0 && payment.HasNoCancel ? PaymentStatus.Canceled : PaymentStatus.PartialCanceled,
            Balance = balance,
            LastTransactionKey = transactionKey,
            Cancels = payment.Cancels.Add(new Cancellation(amount, request.Reason, taxFree, balance, now, transactionKey)
            {
                TaxExemptionAmount = taxExemption,
                CardDiscountAmount = balance == 0 ? payment.Discount : 0,
            }),
            VirtualAccount = wasPaid && payment.VirtualAccount is { } account
                ? account with { Refunds = account.Refunds.Add(new Refund(amount, request.RefundAccount, now, request.PayoutFails)) }
                : payment.VirtualAccount,
        };
        return wasPaid ? canceled.Executed("cancel", amount, now, request.IdempotencyKey) : canceled;
    }
}

/// <summary>The deadline of a cancel, by payment method (docs/spec/payment-api.md §4). Cards have no deadline.</summary>
internal static class CancelDeadline
{
    public static bool IsPast(Payment payment, DateTimeOffset now) =>
        payment is { ApprovedAt: { } approved, Choice: { } choice } && Last(choice, approved) is { } last && now >= last;

    private static DateTimeOffset? Last(PaymentChoice choice, DateTimeOffset approved) => choice switch
    {
        PaymentChoice.Transfer or PaymentChoice.ForeignEasyPay => approved.AddDays(180),
        PaymentChoice.VirtualAccount => approved.AddDays(365),
        // A mobile phone payment can be canceled only in the calendar month of its approval.
        PaymentChoice.MobilePhone => Korea.Midnight(FirstOfMonth(Korea.Day(approved)).AddMonths(1)),
        _ => null,
    };

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}

/// <summary>Checks the account to which a deposit is refunded (docs/spec/payment-api.md §2.1, appendix A).</summary>
internal static class RefundAccountRules
{
    /// <summary>Returns the code of the first fault of the account, or null if it can receive a refund.</summary>
    public static string? Refusal(RefundAccount? account) => account switch
    {
        null or { HolderName.Length: < 1 or > 60 } => "INVALID_REFUND_ACCOUNT_INFO",
        _ when Banks.Code(account.Bank) is null => "INVALID_BANK",
        { AccountNumber.Length: < 1 or > 20 } => "INVALID_REFUND_ACCOUNT_NUMBER",
        _ when account.AccountNumber.AsSpan().ContainsAnyExceptInRange('0', '9') => "INVALID_REFUND_ACCOUNT_NUMBER",
        _ => null,
    };
}
