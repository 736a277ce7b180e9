using System.Net;
using System.Text;

namespace PaymentSdk.AspNetCore.Tests.Origins.Hosts;

/// <summary>Sends requests over HTTP/2 without TLS.</summary>
public static class Http2Client
{
    public static async Task<RawResponse> SendAsync(int port, string method, string path, string body, string[] headers)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        using var request = new HttpRequestMessage(new HttpMethod(method), $"http://127.0.0.1:{port}{path}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (body.Length > 0)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        foreach (var header in headers.Select(line => line.Split(": ", 2)))
        {
            if (header[0].StartsWith("Content-", StringComparison.Ordinal))
                request.Content!.Headers.TryAddWithoutValidation(header[0], header[1]);
            else
                request.Headers.TryAddWithoutValidation(header[0], header[1]);
        }

        using var answer = await client.SendAsync(request);
        var received = answer.Headers.Concat(answer.Content.Headers)
            .SelectMany(header => header.Value.Select(value => (header.Key.ToLowerInvariant(), value)));
        return new RawResponse((int)answer.StatusCode, [.. received], await answer.Content.ReadAsStringAsync());
    }
}
