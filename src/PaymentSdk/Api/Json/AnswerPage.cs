namespace PaymentSdk.Api.Json;

/// <summary>One page of a list that says itself whether more come: its rows and what the next page begins after.</summary>
internal sealed record AnswerPage<T>(IReadOnlyList<T> Items, bool HasNext, string? LastCursor);
