using System.Text;

namespace PaymentSdk.Tests.Client;

/// <summary>A request as received from the socket.</summary>
internal sealed record RawRequest(string Line, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Key => Headers.GetValueOrDefault("Idempotency-Key");

    public static async Task<RawRequest?> ReadAsync(Stream stream, CancellationToken stop)
    {
        if (await ReadHeadAsync(stream, stop) is not { } head)
            return null;
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "", StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length) : 0];
        await stream.ReadExactlyAsync(body, stop);
        return new RawRequest(lines[0], headers, Encoding.UTF8.GetString(body));
    }

    private static async Task<string?> ReadHeadAsync(Stream stream, CancellationToken stop)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, stop) == 1)
        {
            head.Add(one[0]);
            if (one[0] == '\n' && head.Count >= 4 && head[^2] == '\r' && head[^3] == '\n')
                return Encoding.ASCII.GetString([.. head]);
        }
        return null;
    }
}
