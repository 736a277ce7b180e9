namespace PaymentSdk.AspNetCore.Tests.Origins.Hosts;

/// <summary>One request to a protected endpoint, and the answer that it must get in every host.</summary>
/// <param name="Name">The kind of caller.</param>
/// <param name="Method">The method: POST and OPTIONS go to the orders, GET to one order.</param>
/// <param name="Headers">The request's headers, line by line.</param>
/// <param name="Status">The expected status.</param>
/// <param name="CorsHeaders">The expected CORS headers and Vary, sorted.</param>
/// <param name="Handled">How often the shop's code may run: 1 or 0.</param>
public sealed record OriginCheckCase(string Name, string Method, string[] Headers, int Status, string CorsHeaders, int Handled)
{
    private const string Json = "Content-Type: application/json";
    private const string Shop = "Origin: https://myshop.com";
    private const string Stranger = "Origin: https://evil.example";
    private const string Asks = "Access-Control-Request-Method: POST";
    private const string AsksHeaders = "Access-Control-Request-Headers: content-type, x-anything";
    private const string Vary = "vary: Origin";
    private const string Allowed = "access-control-allow-origin: https://myshop.com\naccess-control-expose-headers: location, retry-after\nvary: Origin";
    private const string Preflight =
        "access-control-allow-headers: content-type\naccess-control-allow-methods: POST\naccess-control-allow-origin: https://myshop.com\naccess-control-max-age: 600\nvary: Origin";

    public static IReadOnlyList<OriginCheckCase> All { get; } =
    [
        new("the shop's page posts", "POST", [Shop, Json, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors"], 200, Allowed, 1),
        new("the shop's page reads", "GET", [Shop], 200, Allowed, 1),
        new("the same origin reads", "GET", ["Sec-Fetch-Site: same-origin"], 200, Vary, 1),
        new("the shop's page asks before it posts", "OPTIONS", [Shop, Asks, AsksHeaders], 204, Preflight, 0),
        new("a stranger's page posts", "POST", [Stranger, Json], 403, Vary, 0),
        new("a stranger's page reads", "GET", [Stranger], 403, Vary, 0),
        new("a stranger's page asks before it posts", "OPTIONS", [Stranger, Asks, AsksHeaders], 403, Vary, 0),
        new("another site reads without an origin", "GET", ["Sec-Fetch-Site: cross-site"], 403, Vary, 0),
        new("a sandboxed page posts", "POST", ["Origin: null", Json], 403, Vary, 0),
        new("a sandboxed page asks before it posts", "OPTIONS", ["Origin: null", Asks], 403, Vary, 0),
        new("a server posts without an origin", "POST", [Json], 403, Vary, 0),
        new("a proxy doubles the origin", "POST", [Shop, Shop, Json], 403, Vary, 0),
        new("the shop's page posts plain text", "POST", [Shop, "Content-Type: text/plain"], 415, Vary, 0),
        new("the shop's page posts a form", "POST", [Shop, "Content-Type: application/x-www-form-urlencoded", "Sec-Fetch-Mode: navigate"], 403, Vary, 0),
        new("the shop's page reads once more", "GET", [Shop], 200, Allowed, 1),
        new("a stranger's page reads what the shop's page has read", "GET", [Stranger], 403, Vary, 0),
    ];

    public string Path(string prefix) => prefix + (Method == "GET" ? "/api/orders/1" : "/api/orders");

    public string Body => Method == "POST" ? "{}" : "";

    /// <summary>Returns the difference between the answer and the expected one; null when there is none.</summary>
    public string? Fault(RawResponse answer, int handled)
    {
        var expected = $"{Status}, handled {Handled}\n{CorsHeaders}";
        var actual = $"{answer.Status}, handled {handled}\n{answer.CorsHeaders}";
        return expected == actual ? null : $"{Name}: expected\n{expected}\nbut got\n{actual}\n";
    }
}
