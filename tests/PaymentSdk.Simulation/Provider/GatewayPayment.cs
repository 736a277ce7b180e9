using System.Collections.Immutable;

namespace PaymentSdk.Simulation.Provider;

/// <summary>How a buyer pays.</summary>
internal enum PayMethod
{
    Card,
    Wallet,
    Transfer,
    VirtualAccount,
    ForeignWallet,
}

/// <summary>The plan of a payment, made before the payment begins.</summary>
internal sealed record PaymentPlan
{
    /// <summary>The name of the payment in traces and fault plans.</summary>
    public required string Subject { get; init; }

    public required string OrderId { get; init; }

    /// <summary>The amount that the window was opened with.</summary>
    public required decimal Amount { get; init; }

    public PayMethod Method { get; init; }

    /// <summary>The type of the payment: NORMAL, BRANDPAY or BILLING.</summary>
    public string Type { get; init; } = "NORMAL";

    public string? CustomerKey { get; init; }

    /// <summary>The amount that the gateway takes; null when it takes <see cref="Amount"/>.</summary>
    public decimal? Takes { get; init; }

    /// <summary>Whether the other amount is that of the deposit instead of that for which the account is opened.</summary>
    public bool TakesOnDeposit { get; init; }

    /// <summary>The code with which the payment is declined; null when it is not.</summary>
    public string? Declines { get; init; }

    /// <summary>The code with which every cancel by the API is refused; null when none is refused.</summary>
    public string? RefusesCancels { get; init; }

    /// <summary>How long a virtual account waits for its deposit.</summary>
    public TimeSpan ValidFor { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Whether payouts to the buyer's account fail.</summary>
    public bool PayoutFails { get; init; }

    /// <summary>How long a payout takes.</summary>
    public TimeSpan PayoutTakes { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Whether the foreign wallet decides cancels later.</summary>
    public bool CancelsLater { get; init; }

    public TimeSpan CancelTakes { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Whether the foreign wallet aborts the first cancel.</summary>
    public bool AbortsCancel { get; init; }
}

/// <summary>One version of a payment: what a query shows from a given time on.</summary>
internal sealed record PaymentVersion
{
    public required DateTimeOffset Since { get; init; }

    public required string Status { get; init; }

    public required decimal Total { get; init; }

    public required decimal Balance { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    public string? LastTransactionKey { get; init; }

    public string? FailureCode { get; init; }

    public ImmutableList<Cancellation> Cancels { get; init; } = [];

    public DateTimeOffset? DueDate { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Whether a confirm has decided the payment.</summary>
    public bool IsConfirmed { get; init; }
}

/// <summary>One payment at the gateway, with its money movements and every version that queries can show.</summary>
internal sealed class GatewayPayment(string key, string merchantId, PaymentPlan plan, DateTimeOffset now)
{
    private readonly List<PaymentVersion> _versions = [new PaymentVersion { Since = now, Status = PaymentStatuses.Ready, Total = plan.Amount, Balance = plan.Amount }];
    private readonly Dictionary<PaymentVersion, byte[]> _written = new(ReferenceEqualityComparer.Instance);
    private readonly List<Execution> _executions = [];

    public string Key => key;

    public string MerchantId => merchantId;

    public PaymentPlan Plan => plan;

    public DateTimeOffset RequestedAt => now;

    public DateTimeOffset? AuthenticatedAt { get; set; }

    /// <summary>The number of confirms in progress; the session of the payment does not expire during them.</summary>
    public int InWork { get; set; }

    /// <summary>The confirm that opened the virtual account; null when there is none.</summary>
    public Send? IssuedBy { get; set; }

    /// <summary>The amount that was refunded outside the gateway.</summary>
    public decimal PaidBackByHand { get; set; }

    public PaymentVersion Latest => _versions[^1];

    public IReadOnlyList<PaymentVersion> Versions => _versions;

    /// <summary>Every money movement of the payment.</summary>
    public IReadOnlyList<Execution> Executions => _executions;

    /// <summary>The secret in the payment's webhooks, which the shop has received in the answer to the confirm.</summary>
    public string Secret => "ps_" + key;

    public bool IsAccount => plan.Method == PayMethod.VirtualAccount;

    /// <summary>The amount of the buyer's money that the shop holds: received, minus what was returned or is on its way back.</summary>
    public decimal Kept { get; private set; }

    /// <summary>Whether money was ever taken.</summary>
    public bool EverTaken { get; private set; }

    /// <summary>
    /// Whether the money or the account appeared after the gateway had reported otherwise, or without a request of this ledger. Answers that
    /// were given before then do not count as false.
    /// </summary>
    public bool IsUnannounced { get; set; }

    /// <summary>Returns the version at a given time; null when the payment did not exist yet.</summary>
    public PaymentVersion? At(DateTimeOffset moment)
    {
        for (var at = _versions.Count - 1; at >= 0; at--)
        {
            if (_versions[at].Since <= moment)
                return _versions[at];
        }

        return null;
    }

    public void Show(PaymentVersion version) => _versions.Add(version);

    public void Execute(Execution execution)
    {
        _executions.Add(execution);
        EverTaken |= execution.CameIn;
    }

    /// <summary>Recomputes <see cref="Kept"/>; called after every move.</summary>
    public void Count()
    {
        var kept = -PaidBackByHand;
        foreach (var execution in _executions)
        {
            if (execution.Movement != Movement.Cancel)
                kept += execution.Signed;
        }

        foreach (var cancel in Latest.Cancels)
        {
            if (cancel.GivesBack)
                kept -= cancel.Amount;
        }

        Kept = kept;
    }

    /// <summary>Returns the body of an answer that shows a version.</summary>
    public byte[] Written(PaymentVersion version)
    {
        if (!_written.TryGetValue(version, out var body))
            _written[version] = body = PaymentText.Write(this, version);
        return body;
    }

    public override string ToString() => $"{plan.Subject} {Latest.Status} {Kept}";
}

internal static class PaymentStatuses
{
    public const string Ready = "READY";
    public const string InProgress = "IN_PROGRESS";
    public const string WaitingForDeposit = "WAITING_FOR_DEPOSIT";
    public const string Done = "DONE";
    public const string PartialCanceled = "PARTIAL_CANCELED";
    public const string Canceled = "CANCELED";
    public const string Aborted = "ABORTED";
    public const string Expired = "EXPIRED";
}
