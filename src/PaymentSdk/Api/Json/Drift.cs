namespace PaymentSdk.Api.Json;

/// <summary>A part of an answer that this version of the SDK does not know or cannot use.</summary>
/// <param name="Path">The path of the member, e.g. <c>card.cardType</c> or <c>cancels[].newMember</c>.</param>
/// <param name="Kind">The kind of the drift.</param>
/// <param name="Word">The unknown word; null unless <paramref name="Kind"/> is <see cref="DriftKind.Word"/>.</param>
internal sealed record Drift(string Path, DriftKind Kind, string? Word = null);
