namespace PaymentSdk.Simulation.Provider;

/// <summary>The kind of a money movement.</summary>
internal enum Movement
{
    Approval,
    Deposit,
    ReturnedDeposit,
    Cancel,
}

/// <summary>One real movement of money.</summary>
/// <param name="Movement">The kind.</param>
/// <param name="Amount">The amount, never negative.</param>
/// <param name="At">The time.</param>
/// <param name="TransactionKey">The gateway's transaction key.</param>
/// <param name="Status">The status of the payment after the movement.</param>
/// <param name="Send">The request that caused the movement; null for a movement by a buyer, a bank or the dashboard.</param>
internal sealed record Execution(Movement Movement, decimal Amount, DateTimeOffset At, string TransactionKey, string Status, Send? Send)
{
    public bool CameIn => Movement is Movement.Approval or Movement.Deposit;

    /// <summary>The change of the shop's money.</summary>
    public decimal Signed => CameIn ? Amount : -Amount;
}

/// <summary>The current state of one cancel.</summary>
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

    /// <summary>The amount that could still be canceled after this cancel.</summary>
    public decimal Left { get; init; }

    /// <summary>Whether the cancel will be aborted.</summary>
    public bool IsDoomed { get; init; }

    /// <summary>Whether the balance has shown the cancel since it began.</summary>
    public bool IsShown { get; init; }

    /// <summary>Whether the cancel covers the whole payment in one step.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether the cancel returns money that had been taken.</summary>
    public bool MovesMoney { get; init; }

    /// <summary>The state of the payout to the buyer's account; null when there is none.</summary>
    public PayoutState? Payout { get; init; }

    /// <summary>The request that made the cancel; null when it was made at the dashboard.</summary>
    public Send? Send { get; init; }

    /// <summary>Whether the buyer has the money, or receives it without further action.</summary>
    public bool GivesBack => Status == Done && MovesMoney && Payout != PayoutState.Failed;
}

/// <summary>The state of a payout to the buyer's account.</summary>
internal enum PayoutState
{
    Pending,
    Completed,
    Failed,
}

/// <summary>A request that left a process, and its result.</summary>
internal sealed class Send
{
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The life of the process that sent the request.</summary>
    public required Worlds.Life From { get; init; }

    public required int Process { get; init; }

    public required GatewayOperation Operation { get; init; }

    /// <summary>The absolute URL.</summary>
    public required string Url { get; init; }

    public required string Secret { get; init; }

    public string? Key { get; init; }

    /// <summary>The body as sent; empty for a query.</summary>
    public byte[] Body { get; init; } = [];

    public string? PaymentKey { get; init; }

    public string? OrderId { get; init; }

    /// <summary>The amount in the body.</summary>
    public decimal? Amount { get; init; }

    public decimal? RefundableAmount { get; init; }

    public string? Reason { get; init; }

    public RequestFields Fields { get; init; } = RequestFields.Empty;

    /// <summary>The name of the purchase that the request is about; empty when there is none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The planned fault of the request.</summary>
    public WireFault Fault { get; init; } = WireFault.None;

    /// <summary>When the gateway finished the work; null until then.</summary>
    public DateTimeOffset? WorkedAt { get; set; }

    /// <summary>When the caller got an answer or a failure; null until then.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The status of an answer that reached the caller completely; null when none did.</summary>
    public int? AnsweredStatus { get; set; }

    /// <summary>The payment status that reached the caller. Set only for queries.</summary>
    public string? AnsweredPayment { get; set; }

    /// <summary>The error code that reached the caller.</summary>
    public string? AnsweredCode { get; set; }

    public override string ToString() => $"#{Number} {Operation.Name()} {Subject} from {From.Name}";
}
