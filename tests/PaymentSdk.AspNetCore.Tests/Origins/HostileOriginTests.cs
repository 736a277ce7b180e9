using System.Text;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Origins;

/// <summary>Origin values that are crafted to pass the check: they are never allowed, and never cause an error in the host.</summary>
public sealed class HostileOriginTests
{
    public static TheoryData<string> Values =>
    [
        "https://myshop.com\u200b", "https://myshop.com\u00ad", "https://my\u212ashop.com", "https://my\u017fhop.com", "https://ｍｙｓｈｏｐ.com",
        "https://myshop\u3002com", "https://myshop.com\ufeff", "https://mуshop.com", "https://xn--mshop-4ve.com", "https://rnyshop.com",
        "https://myshop.com.evil.example", "https://evil.example/https://myshop.com", "https://myshop.com@evil.example", "https://evil.example#https://myshop.com",
        "https://myshop.com:443", "https://myshop.com:", "https://myshop.com:0443", "https://myshop.com.", "https://myshop.com/", "https://myshop.com\\",
        "https://MYSHOP.COM", "HTTPS://myshop.com", "https:/myshop.com", "https:myshop.com", "//myshop.com", "myshop.com", "https://", "://", "https",
        "https://myshop.com,https://myshop.com", "https://myshop.com https://evil.example", "https://myshop.com;", "\"https://myshop.com\"", "'https://myshop.com'",
        "null,https://myshop.com", "Null", "NULL", "undefined", "*", "https://*", "https://*.myshop.com", "file://", "about:blank", "data:,x",
        "https://%6dyshop.com", "https://[::ffff:127.0.0.1]", "https://0x7f000001", "chrome-extension://myshop.com", "capacitor://localhost",
        "https://a.under.example:8443", "http://a.under.example", "https://A.under.example", "https://a.under.example.", "https://.under.example",
        "https://under.example", "https://aunder.example", "https://a..under.example", "https://a.under.example/", "https://user@a.under.example", "https://a b.under.example",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_hostile_value_is_refused(string value)
    {
        await using var host = await Start();

        Assert.Null(await Fault(host, Encoding.UTF8.GetBytes(value)));
    }

    [Fact]
    public async Task Long_and_deep_values_are_refused()
    {
        await using var host = await Start();
        string[] values =
        [
            new('a', 8192),
            $"https://{new string('a', 8192)}.under.example",
            $"https://{string.Concat(Enumerable.Repeat("a.", 150))}example",
            $"https://{string.Concat(Enumerable.Repeat("a.", 150))}under.example",
            $"https://{new string('.', 150)}under.example",
            $"https://{new string('.', 8000)}",
            $"https://myshop.com{new string('/', 400)}",
            $"https://{new string('a', 254)}.under.example",
            string.Concat(Enumerable.Repeat("https://myshop.com,", 400)),
        ];

        foreach (var value in values)
            Assert.Null(await Fault(host, Encoding.ASCII.GetBytes(value)));
    }

    [Fact]
    public async Task Every_byte_value_anywhere_in_a_registered_origin_is_refused()
    {
        await using var host = await Start();
        var shop = Encoding.ASCII.GetBytes("https://myshop.com");
        List<string> faults = [];

        for (var value = 0; value <= 255; value++)
        {
            var added = (byte)value;
            // Blanks and line breaks around a header value do not belong to it, so these bytes are only inserted inside the value.
            var isBlank = added is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';
            byte[][] variants = isBlank
                ? [[.. shop[..11], added, .. shop[11..]]]
                : [[added, .. shop], [.. shop, added], [.. shop[..11], added, .. shop[11..]]];
            foreach (var variant in variants)
            {
                if (await Fault(host, variant) is { } fault)
                    faults.Add($"byte {value:x2}: {fault}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static Task<ProtectedHost> Start() => ProtectedHost.StartAsync(app => app.MapShop(), origins: [ProtectedHost.Shop, "https://*.under.example"]);

    /// <summary>Returns null if the answer is 4xx without CORS headers and the shop's code did not run; otherwise what happened.</summary>
    private static async Task<string?> Fault(ProtectedHost host, byte[] origin)
    {
        var head = Encoding.ASCII.GetBytes("POST /api/orders HTTP/1.1\r\nHost: shop\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\nOrigin: ");
        var answer = await RawHttp.SendAsync(host.Port, [.. head, .. origin, .. "\r\n\r\n{}"u8]);
        var refused = answer.Status is >= 400 and < 500 && !answer.CorsHeaders.Contains("access-control", StringComparison.Ordinal) && host.Handled == 0;
        return refused ? null : $"{answer.Status} {answer.CorsHeaders}, handled {host.Handled}";
    }
}
