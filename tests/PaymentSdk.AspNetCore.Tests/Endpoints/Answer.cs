using System.Text;
using System.Text.Json;

namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>A complete answer as text (status, headers, body), so that one comparison covers everything.</summary>
internal static class Answer
{
    // Headers that the server and the transport add. The tests of the origin check compare the CORS headers.
    private static readonly string[] Transport = ["Date", "Server", "Content-Length", "Transfer-Encoding", "Connection"];

    public static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        var text = new StringBuilder().Append((int)response.StatusCode).Append('\n');
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => !Transport.Contains(header.Key) && !header.Key.StartsWith("Access-Control-", StringComparison.Ordinal))
            .OrderBy(header => header.Key, StringComparer.Ordinal);
        foreach (var header in headers)
            text.Append(header.Key).Append(": ").AppendJoin(" | ", header.Value).Append('\n');
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return text.Append('\n').Append(body).ToString().TrimEnd('\n');
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    /// <summary>Returns the status and slug of a problem: <c>400 malformed-request</c>.</summary>
    public static async Task<string> ProblemAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.ToString());
        var problem = await JsonAsync(response);
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        var type = problem.GetProperty("type").GetString()!;
        Assert.StartsWith("urn:paymentsdk:problem:", type, StringComparison.Ordinal);
        return $"{(int)response.StatusCode} {type["urn:paymentsdk:problem:".Length..]}";
    }
}
