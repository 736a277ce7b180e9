namespace PaymentSdk.Json;

/// <summary>Something of an answer that this version of the SDK does not know.</summary>
/// <param name="Path">Where, e.g. <c>card.cardType</c> or <c>cancels[].newMember</c>.</param>
/// <param name="Word">The unknown word; null when the member itself is unknown.</param>
internal sealed record Drift(string Path, string? Word);
