namespace PaymentSdk.Simulation.Invariants;

/// <summary>An answer that a caller of the shop's checkout received.</summary>
/// <param name="Call">The called operation: <c>confirm</c>, <c>refund</c> …</param>
/// <param name="Outcome">The name of the outcome.</param>
/// <param name="Begun">When the call began.</param>
/// <param name="At">When the call was answered.</param>
/// <param name="Process">The process that answered.</param>
internal sealed record CallReport(string Call, string Outcome, DateTimeOffset Begun, DateTimeOffset At, string Process)
{
    public string? OrderId { get; init; }

    /// <summary>The payment that the caller asked to confirm.</summary>
    public string? PaymentKey { get; init; }

    /// <summary>The status of the order in the answer.</summary>
    public string? Status { get; init; }

    public decimal? Amount { get; init; }

    public decimal? Balance { get; init; }

    public string? RefundId { get; init; }

    /// <summary>The state of the refund in the answer.</summary>
    public RefundResultStatus? Refund { get; init; }

    public string? TransactionKey { get; init; }

    /// <summary>What else a check needs: the requested amount of a charge, the operator's decision, or the message of an exception or refusal.</summary>
    public string? Reason { get; init; }

    public override string ToString() => $"{Call} of {OrderId} answered {Outcome}{(Status is null ? "" : $" ({Status})")} by {Process}";
}
