namespace PaymentSdk.Api.Wire;

/// <summary>One page of a list whose answer says whether more pages follow: its rows, and the cursor after which the next page begins.</summary>
internal sealed record AnswerPage<T>(IReadOnlyList<T> Items, bool HasNext, string? LastCursor);
