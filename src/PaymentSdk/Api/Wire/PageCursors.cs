namespace PaymentSdk.Api.Wire;

/// <summary>Tracks the cursors of one listing. A page that leads back to an earlier page would be read endlessly.</summary>
internal sealed class PageCursors(ApiOperation operation)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <exception cref="PaymentException">The API has returned this cursor before.</exception>
    public string Next(string cursor) => _seen.Add(cursor)
        ? cursor
        : throw new PaymentException(
            $"The {operation.Name} returned the same page twice, so the listing cannot be finished and is incomplete: do not conclude anything from a missing row, and try again later.",
            PaymentFailureKind.Unknown);
}
