using System.Collections.Immutable;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>One payment at the gateway. It is immutable: each change creates a new object.</summary>
internal sealed record Payment
{
    public required string PaymentKey { get; init; }

    public required PaymentSession Session { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public string Status { get; init; } = PaymentStatus.Ready;

    /// <summary>The amount that can still be canceled.</summary>
    public required decimal Balance { get; init; }

    /// <summary>Whether the buyer has closed the window. The payment stays READY, but the window cannot be used again.</summary>
    public bool WindowClosed { get; init; }

    public DateTimeOffset? AuthenticatedAt { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Whether a confirm has been approved or declined, which uses up the order id.</summary>
    public bool Confirmed { get; init; }

    public PaymentChoice? Choice { get; init; }

    public IssuedAccount? VirtualAccount { get; init; }

    public ImmutableList<Cancellation> Cancels { get; init; } = [];

    public ImmutableList<SandboxExecution> Executions { get; init; } = [];

    public string? LastTransactionKey { get; init; }

    /// <summary>The <c>ps_…</c> value in webhooks of this payment.</summary>
    public string? Secret { get; init; }

    /// <summary>The number of the cash receipt that was issued with the deposit; null if there is none.</summary>
    public string? CashReceiptNumber { get; init; }

    public string? ApproveNumber { get; init; }

    public Failure? Failure { get; init; }

    /// <summary>Returns true if the shop can access the payment.</summary>
    public bool IsOf(Merchant merchant) => Session.IsForAnyShop || Session.Merchant == merchant;

    public decimal TaxFreeBalance =>
        Session.TaxFreeAmount - Cancels.Where(cancel => cancel.Status == Cancellation.Done).Sum(cancel => cancel.TaxFreeAmount);

    public decimal TaxExemptionBalance =>
        Session.TaxExemptionAmount - Cancels.Where(cancel => cancel.Status == Cancellation.Done).Sum(cancel => cancel.TaxExemptionAmount);

    /// <summary>The instant discount of the card company.</summary>
    public decimal Discount => Choice is PaymentChoice.Card { Discount: var discount } ? discount : 0;

    /// <summary>The issue of the virtual account. No money moved, but the list of transactions includes it.</summary>
    public SandboxExecution? Issue { get; init; }

    /// <summary>Whether no cancel has been made, apart from aborted cancels.</summary>
    public bool HasNoCancel => Cancels.TrueForAll(cancel => cancel.Status == Cancellation.Aborted);

    /// <summary>Whether a cancel is not decided yet.</summary>
    public bool HasOpenCancel => Cancels.Exists(cancel => cancel.Status == Cancellation.InProgress);

    /// <summary>
    /// Whether the payment can be canceled in part. A card or easy-pay payment with a tax-exempt part can only be canceled in full
    /// (docs/spec/payment-api.md §4).
    /// </summary>
    public bool IsPartlyCancelable => Choice is not (PaymentChoice.Card or PaymentChoice.EasyPay) || Session.TaxExemptionAmount == 0;

    /// <summary>Whether the shop has requested the immediate acquisition of the card payment.</summary>
    public bool AcquireRequested { get; init; }

    /// <summary>Records the money movement that led to this state.</summary>
    public Payment Executed(string operation, decimal amount, DateTimeOffset now, string? idempotencyKey) => this with
    {
        Executions = Executions.Add(new SandboxExecution(operation, amount, now, idempotencyKey)
        {
            TransactionKey = LastTransactionKey ?? "",
            Status = Status,
        }),
    };

    /// <summary>Records that a virtual account was issued.</summary>
    public Payment Issued(DateTimeOffset now) => this with
    {
        Issue = new SandboxExecution("issue", 0, now, IdempotencyKey: null) { TransactionKey = LastTransactionKey ?? "", Status = Status },
    };

    public override string ToString() => $"{PaymentKey} {Status}";

    /// <summary>Returns the view of the payment for tests.</summary>
    public SandboxPayment Show() => new()
    {
        PaymentKey = PaymentKey,
        OrderId = Session.OrderId,
        Status = Status,
        TotalAmount = Session.Amount,
        BalanceAmount = Balance,
        Executions = Executions,
    };
}
