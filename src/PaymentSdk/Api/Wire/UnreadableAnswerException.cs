namespace PaymentSdk.Api.Wire;

/// <summary>
/// The exception that is thrown when an answer does not have its expected shape. The message names the fault and never contains the body.
/// </summary>
internal sealed class UnreadableAnswerException(string message) : Exception(message)
{
    /// <summary>
    /// The deciding member that appears twice, with both values, which makes the answer void (docs/spec/money.md §4). Null for every other
    /// fault. Write it to the ledger only, never to a log.
    /// </summary>
    public string? Contradiction { get; init; }
}
