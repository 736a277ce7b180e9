namespace PaymentSdk.Sandbox.Stores;

/// <summary>What a confirm asks for; the key is kept with the money that it moves.</summary>
internal sealed record ConfirmRequest(Merchant Merchant, string PaymentKey, string OrderId, decimal Amount, string? IdempotencyKey)
{
    /// <summary>The customer at the BrandPay confirm; null at the core one.</summary>
    public string? BrandPayCustomerKey { get; init; }
}

/// <summary>Decides a confirm (docs/spec/payment-api.md §3.12, §11). Pure: the store makes the move.</summary>
internal static class ConfirmOperations
{
    /// <summary>
    /// The payment after the confirm: DONE, WAITING_FOR_DEPOSIT, or ABORTED when the money was refused.
    /// Throws when the request itself is refused, which leaves the payment as it was.
    /// </summary>
    public static Payment Decide(Payment payment, ConfirmRequest request, bool orderIdUsed, DateTimeOffset now)
    {
        if (Refusal(payment, request, orderIdUsed) is { } code)
            throw new RefusedException(code);
        var decided = payment with { Confirmed = true };
        return MoneyRules.Refusal(payment.Choice, payment.Session) is { } failure
            ? decided with { Status = PaymentStatus.Aborted, Failure = new Failure(failure) }
            : Approve(decided, request, now);
    }

    // Which code answers a differing amount or order id is not documented (docs/spec/payment-api.md §11, appendix C). Chosen: the
    // one that was seen for the order id, and for the amount the candidate that no other situation here answers with.
    private static string? Refusal(Payment payment, ConfirmRequest request, bool orderIdUsed) => payment switch
    {
        { Confirmed: true } => "ALREADY_PROCESSED_PAYMENT",
        { Status: not PaymentStatus.InProgress } => "NOT_FOUND_PAYMENT_SESSION",
        // Each type has its own confirm (docs/spec/payment-api.md §2.6); with which code the other one refuses is not documented.
        _ when payment.Session.Type == PaymentType.BrandPay != request.BrandPayCustomerKey is not null => "NOT_FOUND_PAYMENT_SESSION",
        _ when request.BrandPayCustomerKey is { } customer && customer != payment.Session.CustomerKey => "NOT_MATCHES_CUSTOMER_KEY",
        _ when payment.Session.OrderId != request.OrderId => "NOT_FOUND_PAYMENT_SESSION",
        _ when payment.Session.Amount != request.Amount => "FORBIDDEN_REQUEST",
        _ when orderIdUsed => "DUPLICATED_ORDER_ID",
        _ => null,
    };

    private static Payment Approve(Payment payment, ConfirmRequest request, DateTimeOffset now)
    {
        var accepted = payment with { LastTransactionKey = Identifiers.TransactionKey(), Secret = Identifiers.Secret() };
        if (payment.Choice is PaymentChoice.VirtualAccount account)
        {
            var issued = accepted with
            {
                Status = PaymentStatus.WaitingForDeposit,
                VirtualAccount = new IssuedAccount(
                    Identifiers.AccountNumber(), account.BankCode, now.AddHours(payment.Session.ValidHours)),
            };
            return issued.Issued(now);
        }

        var approved = accepted with
        {
            Status = PaymentStatus.Done,
            ApprovedAt = now,
            ApproveNumber = Identifiers.ApproveNumber(),
            CashReceiptNumber = payment.Session.CashReceiptType is null ? null : Identifiers.IssueNumber(),
        };
        return approved.Executed("approve", payment.Session.Amount, now, request.IdempotencyKey);
    }
}
