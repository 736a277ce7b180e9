namespace PaymentSdk.Sandbox.Stores;

/// <summary>The values of a confirm request. Its idempotency key is stored with the money movement.</summary>
internal sealed record ConfirmRequest(Merchant Merchant, string PaymentKey, string OrderId, decimal Amount, string? IdempotencyKey)
{
    /// <summary>The customer key of a BrandPay confirm; null for a confirm of any other payment.</summary>
    public string? BrandPayCustomerKey { get; init; }
}

/// <summary>Decides a confirm (docs/spec/payment-api.md §3.12, §11). It is a pure function; the store applies the result.</summary>
internal static class ConfirmOperations
{
    /// <summary>
    /// Returns the payment after the confirm: DONE, WAITING_FOR_DEPOSIT, or ABORTED if the charge was refused.
    /// Throws if the request itself is refused, and the payment is then unchanged.
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

    // The code for a different amount or order id is not documented (docs/spec/payment-api.md §11, appendix C). For the order id, the sandbox uses
    // the code that was observed. For the amount, it uses the candidate that no other case here uses.
    private static string? Refusal(Payment payment, ConfirmRequest request, bool orderIdUsed) => payment switch
    {
        { Confirmed: true } => "ALREADY_PROCESSED_PAYMENT",
        { Status: not PaymentStatus.InProgress } => "NOT_FOUND_PAYMENT_SESSION",
        // Each payment type has its own confirm (docs/spec/payment-api.md §2.6). The error code of the wrong one is not documented.
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
