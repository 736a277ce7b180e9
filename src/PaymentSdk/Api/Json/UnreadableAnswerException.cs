namespace PaymentSdk.Api.Json;

/// <summary>An answer came that is not what it should be. The message names the fault and never repeats the body.</summary>
internal sealed class UnreadableAnswerException(string message) : Exception(message)
{
    /// <summary>
    /// The member that decides and was given twice, with both values: such an answer is void (docs/spec/money.md §4). Null for every
    /// other fault. For the ledger and never for a log.
    /// </summary>
    public string? Contradiction { get; init; }
}
