namespace PaymentSdk.Http;

/// <summary>What is to be sent: the same bytes and the same key however often it leaves.</summary>
internal sealed record ApiRequest
{
    public required ApiOperation Operation { get; init; }

    /// <summary>The path below the base address, its segments escaped.</summary>
    public required string Path { get; init; }

    /// <summary>The JSON body. Every POST has one: a POST without is silently sent twice by the socket handler (failures.md §3).</summary>
    public byte[]? Body { get; init; }

    public IdempotencyKey? IdempotencyKey { get; init; }

    /// <summary>The absolute address below this base address, as it is sent.</summary>
    public string UrlAt(Uri apiBaseAddress) => apiBaseAddress.AbsoluteUri.TrimEnd('/') + Path;

    /// <summary>One path segment. A segment of dots alone would be resolved away, so its dots are escaped too.</summary>
    public static string Segment(string value) =>
        value is "." or ".." ? value.Replace(".", "%2E", StringComparison.Ordinal) : Uri.EscapeDataString(value);
}
