namespace PaymentSdk.Simulation.Provider;

/// <summary>How money moved.</summary>
internal enum Movement
{
    Approval,
    Deposit,
    ReturnedDeposit,
    Cancel,
}

/// <summary>One time that money really moved.</summary>
/// <param name="Movement">How.</param>
/// <param name="Amount">How much; never negative.</param>
/// <param name="At">When.</param>
/// <param name="TransactionKey">The gateway's key of it.</param>
/// <param name="Status">The status of the payment after it.</param>
/// <param name="Send">The request that made it; null when none did (a buyer, a bank, the dashboard).</param>
internal sealed record Execution(Movement Movement, decimal Amount, DateTimeOffset At, string TransactionKey, string Status, Send? Send)
{
    public bool CameIn => Movement is Movement.Approval or Movement.Deposit;

    /// <summary>What it does to the shop's money.</summary>
    public decimal Signed => CameIn ? Amount : -Amount;
}

/// <summary>One cancel of a payment, as it stands.</summary>
internal sealed record Cancellation
{
    public const string Done = "DONE";
    public const string InProgress = "IN_PROGRESS";
    public const string Aborted = "ABORTED";

    public required decimal Amount { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string TransactionKey { get; init; }

    public decimal TaxFree { get; init; }

    public string Status { get; init; } = Done;

    public string? RequestId { get; init; }

    /// <summary>What could be cancelled after it.</summary>
    public decimal Left { get; init; }

    /// <summary>Whether it is to be decided as aborted.</summary>
    public bool IsDoomed { get; init; }

    /// <summary>Whether the balance has shown it since it began.</summary>
    public bool IsShown { get; init; }

    /// <summary>Whether it cancels the whole payment in one step.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether money had been taken that it gives back.</summary>
    public bool MovesMoney { get; init; }

    /// <summary>What became of the payout to the buyer's account; null where there is none.</summary>
    public PayoutState? Payout { get; init; }

    /// <summary>The request that made it; null when it was made at the dashboard.</summary>
    public Send? Send { get; init; }

    /// <summary>Whether the buyer has the money, or gets it without anybody's doing.</summary>
    public bool GivesBack => Status == Done && MovesMoney && Payout != PayoutState.Failed;
}

/// <summary>What became of a payout to the buyer's account.</summary>
internal enum PayoutState
{
    Pending,
    Completed,
    Failed,
}

/// <summary>A request that left a process, and what became of it.</summary>
internal sealed class Send
{
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The life of the process that it left.</summary>
    public required Worlds.Life From { get; init; }

    public required int Process { get; init; }

    public required GatewayOperation Operation { get; init; }

    /// <summary>The absolute address.</summary>
    public required string Url { get; init; }

    public required string Secret { get; init; }

    public string? Key { get; init; }

    /// <summary>The body as it left; empty for a query.</summary>
    public byte[] Body { get; init; } = [];

    public string? PaymentKey { get; init; }

    public string? OrderId { get; init; }

    /// <summary>The amount that the body names.</summary>
    public decimal? Amount { get; init; }

    public decimal? RefundableAmount { get; init; }

    public string? Reason { get; init; }

    public RequestFields Fields { get; init; } = RequestFields.Empty;

    /// <summary>The name of the payment in the history.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What is planned to go wrong with it.</summary>
    public WireFault Fault { get; init; } = WireFault.None;

    /// <summary>When its work ended; null before, and when it never does.</summary>
    public DateTimeOffset? WorkedAt { get; set; }

    /// <summary>When the caller heard of it, an answer or a failure; null before.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The status that reached the caller whole; null when none did.</summary>
    public int? AnsweredStatus { get; set; }

    /// <summary>The payment status that reached the caller, for queries.</summary>
    public string? AnsweredPayment { get; set; }

    /// <summary>The error code that reached the caller.</summary>
    public string? AnsweredCode { get; set; }

    public override string ToString() => $"#{Number} {Operation.Name()} {Subject} from {From.Name}";
}
