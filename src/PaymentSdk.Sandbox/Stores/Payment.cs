using System.Collections.Immutable;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>One payment as the gateway knows it. Never changed in place: each move makes the next one.</summary>
internal sealed record Payment
{
    public required string PaymentKey { get; init; }

    public required PaymentSession Session { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public string Status { get; init; } = PaymentStatus.Ready;

    /// <summary>What is left to cancel.</summary>
    public required decimal Balance { get; init; }

    /// <summary>The buyer closed the window: the payment stays READY, but this window cannot go on.</summary>
    public bool WindowClosed { get; init; }

    public DateTimeOffset? AuthenticatedAt { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>True from the moment a confirm did something with this payment, approval or refusal: its order id is used up.</summary>
    public bool Confirmed { get; init; }

    public PaymentChoice? Choice { get; init; }

    public IssuedAccount? VirtualAccount { get; init; }

    public ImmutableList<Cancellation> Cancels { get; init; } = [];

    public ImmutableList<SandboxExecution> Executions { get; init; } = [];

    public string? LastTransactionKey { get; init; }

    /// <summary>The <c>ps_…</c> value that webhooks of this payment carry.</summary>
    public string? Secret { get; init; }

    /// <summary>The number of the cash receipt that was issued with the deposit; null for none.</summary>
    public string? CashReceiptNumber { get; init; }

    public string? ApproveNumber { get; init; }

    public Failure? Failure { get; init; }

    /// <summary>Whether a shop finds it.</summary>
    public bool IsOf(Merchant merchant) => Session.IsForAnyShop || Session.Merchant == merchant;

    public decimal TaxFreeBalance =>
        Session.TaxFreeAmount - Cancels.Where(cancel => cancel.Status == Cancellation.Done).Sum(cancel => cancel.TaxFreeAmount);

    public decimal TaxExemptionBalance =>
        Session.TaxExemptionAmount - Cancels.Where(cancel => cancel.Status == Cancellation.Done).Sum(cancel => cancel.TaxExemptionAmount);

    /// <summary>What the card company took off at once.</summary>
    public decimal Discount => Choice is PaymentChoice.Card { Discount: var discount } ? discount : 0;

    /// <summary>The line of a virtual account that was issued: no money moved by it, and the transactions tell of it.</summary>
    public SandboxExecution? Issue { get; init; }

    /// <summary>Nothing was canceled so far.</summary>
    public bool HasNoCancel => Cancels.TrueForAll(cancel => cancel.Status == Cancellation.Aborted);

    /// <summary>A cancel is not decided yet.</summary>
    public bool HasOpenCancel => Cancels.Exists(cancel => cancel.Status == Cancellation.InProgress);

    /// <summary>A card payment with a part that is no sale is canceled as a whole only (docs/spec/payment-api.md §4).</summary>
    public bool IsPartlyCancelable => Choice is not (PaymentChoice.Card or PaymentChoice.EasyPay) || Session.TaxExemptionAmount == 0;

    /// <summary>The shop asked to have the card's money acquired now.</summary>
    public bool AcquireRequested { get; init; }

    /// <summary>Notes that the move to this state moved money.</summary>
    public Payment Executed(string operation, decimal amount, DateTimeOffset now, string? idempotencyKey) => this with
    {
        Executions = Executions.Add(new SandboxExecution(operation, amount, now, idempotencyKey)
        {
            TransactionKey = LastTransactionKey ?? "",
            Status = Status,
        }),
    };

    /// <summary>Notes that a virtual account was issued.</summary>
    public Payment Issued(DateTimeOffset now) => this with
    {
        Issue = new SandboxExecution("issue", 0, now, IdempotencyKey: null) { TransactionKey = LastTransactionKey ?? "", Status = Status },
    };

    public override string ToString() => $"{PaymentKey} {Status}";

    /// <summary>As tests see it.</summary>
    public SandboxPayment Show() => new(PaymentKey, Session.OrderId, Status, Session.Amount, Balance, Executions);
}
