using System.Globalization;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.State;

/// <summary>Something seen of one payment, with what it was seen by. Belongs to one payment key and never closes another attempt.</summary>
internal sealed record Observation
{
    public required ObservedFact Fact { get; init; }

    /// <summary>True for a query, false for the answer to a confirm.</summary>
    public required bool ByQuery { get; init; }

    /// <summary>The payment as shown; only for facts that were read off one.</summary>
    public Payment? Payment { get; init; }

    public PaymentErrorCode Code { get; init; }

    /// <summary>The HTTP status of an answer that was an error; null when none came.</summary>
    public int? StatusCode { get; init; }

    public string? TraceId { get; init; }

    /// <summary>Whether the confirm was answered in a way that the idempotency key would only replay: query from now on (docs/spec/money.md §4).</summary>
    public bool SpendsKey { get; init; }

    /// <summary>The code that the confirm was answered with, when a query followed it.</summary>
    public PaymentErrorCode? ConfirmCode { get; init; }

    /// <summary>What a cancel that was sent before this look was answered with.</summary>
    public CancelAnswer Cancel { get; init; }

    /// <summary>The code of that answer; null when it had none.</summary>
    public PaymentErrorCode? CancelCode { get; init; }

    /// <summary>The transaction key of our cancel, as the answer to it named it; null when there was none.</summary>
    public string? CancelKey { get; init; }

    /// <summary>Whether that answer would only be replayed under its key.</summary>
    public bool SpendsCancelKey { get; init; }

    /// <summary>The payment was seen DONE before, and this answer cannot follow that: it is counted and changes nothing.</summary>
    public bool SaysNothing { get; init; }

    /// <summary>The payment key is another order's: under it the gateway has no payment of this one.</summary>
    public bool IsOfAnotherOrder { get; init; }

    /// <summary>It would move backwards and waits for a second query that agrees.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>What of the answer decides and was given twice, with both values: it is void and says nothing. Null for every other.</summary>
    public string? Contradiction { get; init; }

    /// <summary>Three queries in a row were answered with the same void answer: an operator has to look.</summary>
    public bool IsVoidForGood { get; init; }

    /// <summary>For the journal: what it was seen by.</summary>
    public string? Evidence => string.Join(' ', new[]
    {
        Payment?.Status.Value,
        StatusCode?.ToString(CultureInfo.InvariantCulture),
        Code.Value,
        Contradiction,
        TraceId,
    }.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } text ? StorableText.Describe(text, 200) : null;
}
