using System.Globalization;
using System.Text;

namespace PaymentSdk.AspNetCore.Tests.Origins.Hosts;

/// <summary>An answer as received from the wire.</summary>
public sealed record RawResponse(int Status, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    public static RawResponse Parse(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Assert.True(end > 0, $"No HTTP answer: '{text}'");
        var lines = text[..end].Split("\r\n");
        var headers = lines[1..]
            .Select(line => line.Split(':', 2))
            .Select(parts => (parts[0].ToLowerInvariant(), parts[1].Trim()))
            .ToList();
        return new RawResponse(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, text[(end + 4)..]);
    }

    public string[] All(string name) => [.. Headers.Where(header => header.Name == name).Select(header => header.Value)];

    public string? One(string name) => All(name).SingleOrDefault();

    /// <summary>Every <c>access-control-*</c> and <c>vary</c> header, sorted, one per line.</summary>
    public string CorsHeaders => string.Join('\n', Headers
        .Where(header => header.Name.StartsWith("access-control-", StringComparison.Ordinal) || header.Name == "vary")
        .Select(header => $"{header.Name}: {header.Value}")
        .Order(StringComparer.Ordinal));
}
