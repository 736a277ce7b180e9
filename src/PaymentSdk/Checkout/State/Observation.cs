using System.Globalization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.State;

/// <summary>
/// An observation of one payment through one answer or query, with its evidence. It belongs to one payment key and never closes another attempt.
/// </summary>
internal sealed record Observation
{
    public required ObservedFact Fact { get; init; }

    /// <summary>True for a query; false for the answer to a confirm, a charge or a cancel.</summary>
    public required bool ByQuery { get; init; }

    /// <summary>The payment in the answer; null when the fact was not read from a payment.</summary>
    public Payment? Payment { get; init; }

    public PaymentErrorCode Code { get; init; }

    /// <summary>The HTTP status of an error answer; null when there was none.</summary>
    public int? StatusCode { get; init; }

    public string? TraceId { get; init; }

    /// <summary>
    /// Whether the idempotency key of the confirm is spent: it would only replay this answer, so the payment is only queried (docs/spec/money.md §4).
    /// </summary>
    public bool SpendsKey { get; init; }

    /// <summary>The error code of the answer to the confirm, also kept when a query follows; null when there was no answer or it had no code.</summary>
    public PaymentErrorCode? ConfirmCode { get; init; }

    /// <summary>The answer to a cancel that was sent before this query.</summary>
    public CancelAnswer Cancel { get; init; }

    /// <summary>The code of the answer to the cancel; null when the answer had no code.</summary>
    public PaymentErrorCode? CancelCode { get; init; }

    /// <summary>The transaction key that the answer to our cancel contains; null when it contains none.</summary>
    public string? CancelKey { get; init; }

    /// <summary>Whether the idempotency key of the cancel is spent: it would only replay this answer.</summary>
    public bool SpendsCancelKey { get; init; }

    /// <summary>
    /// Whether the payment has been seen as DONE and this answer shows a status that cannot follow DONE. Such an answer counts as a query but changes
    /// nothing.
    /// </summary>
    public bool SaysNothing { get; init; }

    /// <summary>Whether the payment key belongs to another order, so that the gateway has no payment of this order under it.</summary>
    public bool IsOfAnotherOrder { get; init; }

    /// <summary>Whether the observation would move the attempt backwards and waits for a second query that agrees.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>
    /// The decisive member that the answer contains twice, with both values. Such an answer is void and says nothing. Null for any other answer.
    /// </summary>
    public string? Contradiction { get; init; }

    /// <summary>Whether three queries in a row were answered with the same void answer, so that an operator is needed.</summary>
    public bool IsVoidForGood { get; init; }

    /// <summary>The evidence for the journal: status, an amount that differs from the order's, code, contradiction and trace id.</summary>
    public string? Evidence => string.Join(' ', new[]
    {
        Payment?.Status.Value,
        Fact == ObservedFact.Mismatch && Payment is { } other ? string.Create(CultureInfo.InvariantCulture, $"{other.TotalAmount:0.####} {other.Currency}") : null,
        StatusCode?.ToString(CultureInfo.InvariantCulture),
        Code.Value,
        Contradiction,
        TraceId,
    }.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } text ? StorableText.Describe(text, 200) : null;
}
