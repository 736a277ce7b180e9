namespace CheckoutDemo.Lab;

/// <summary>One request of an experiment and its answer, as the server saw them.</summary>
/// <param name="Method">The method, <c>OPTIONS</c> for a preflight.</param>
/// <param name="Request">The request's headers that matter for origins.</param>
/// <param name="Status">The status of the answer; 0 if there was none.</param>
/// <param name="Response">The answer's headers that matter for origins.</param>
/// <param name="Body">The beginning of the answer's body.</param>
/// <param name="HandlerRan">Whether the shop's own code ran.</param>
internal sealed record Exchange(string Method, IReadOnlyList<Header> Request, int Status, IReadOnlyList<Header> Response, string Body, bool HandlerRan)
{
    private static readonly string[] Asked =
        ["Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Content-Type", "Access-Control-Request-Method", "Access-Control-Request-Headers"];

    private static readonly string[] Answered =
        ["Access-Control-Allow-Origin", "Access-Control-Allow-Methods", "Access-Control-Allow-Headers", "Access-Control-Max-Age", "Vary", "Content-Type"];

    /// <summary>Returns the request headers that matter for origins, in the order in which the page explains them.</summary>
    public static IReadOnlyList<Header> RequestHeaders(Func<string, string?> find) => Known(Asked, find);

    /// <summary>Returns the response headers that matter for origins.</summary>
    public static IReadOnlyList<Header> ResponseHeaders(Func<string, string?> find) => Known(Answered, find);

    private static Header[] Known(string[] names, Func<string, string?> find) =>
        [.. names.Select(name => new Header(name, find(name) ?? "")).Where(header => header.Value.Length > 0)];
}
