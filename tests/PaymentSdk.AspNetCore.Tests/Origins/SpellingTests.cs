using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Origins;

/// <summary>Common spellings of origins, and the spelling to use instead (docs/spec/origins.md §3).</summary>
public sealed class SpellingTests
{
    public static TheoryData<string, string> HasABetterSpelling => new()
    {
        { "https://MyShop.com", "https://myshop.com" },
        { "HTTPS://myshop.com", "https://myshop.com" },
        { "https://myshop.com/", "https://myshop.com" },
        { "https://myshop.com/pay?x=1#top", "https://myshop.com" },
        { "https://myshop.com?x", "https://myshop.com" },
        { "https://myshop.com#x", "https://myshop.com" },
        { "https://MyShop.com:443/pay", "https://myshop.com" },
        { "https://myshop.com:443", "https://myshop.com" },
        { "https://myshop.com:", "https://myshop.com" },
        { "http://localhost:80", "http://localhost" },
        { "https://myshop.com:08443", "https://myshop.com:8443" },
        { "https://myshop.com:000443", "https://myshop.com" },
        { " https://myshop.com", "https://myshop.com" },
        { "https://myshop.com\n", "https://myshop.com" },
        { "https://my\tshop.com", "https://myshop.com" },
        { "https:myshop.com", "https://myshop.com" },
        { "https:///myshop.com", "https://myshop.com" },
        { "https:\\\\myshop.com\\pay", "https://myshop.com" },
        { "https://user:pass@myshop.com", "https://myshop.com" },
        { "https://my%53hop.com", "https://myshop.com" },
        { "myshop.com", "https://myshop.com" },
        { "//myshop.com/", "https://myshop.com" },
        { "www.MyShop.com:443/pay", "https://www.myshop.com" },
        { "localhost:3000", "http://localhost:3000" },
        { "127.0.0.1:3000", "http://127.0.0.1:3000" },
        { "https://내가게.한국", "https://xn--o39akkk0i.xn--3e0b707e" },
        { "https://faß.example", "https://xn--fa-hia.example" },
        { "https://bücher.example/", "https://xn--bcher-kva.example" },
        { "https://ｍｙｓｈｏｐ.com", "https://myshop.com" },
        { "https://192.168.1", "https://192.168.0.1" },
        { "https://0xC0A80001", "https://192.168.0.1" },
        { "https://0300.0250.0.1", "https://192.168.0.1" },
        { "https://3232235521", "https://192.168.0.1" },
        { "https://192.168.0.1.", "https://192.168.0.1" },
        { "https://[2001:0DB8:0:0:0:0:0:1]", "https://[2001:db8::1]" },
        { "https://[2001:db8:0:1:0:0:0:1]", "https://[2001:db8:0:1::1]" },
        { "https://[::ffff:192.168.0.1]", "https://[::ffff:c0a8:1]" },
        { "http://[0:0:0:0:0:0:0:1]:5080", "http://[::1]:5080" },
        { "blob:https://myshop.com/0b6c", "https://myshop.com" },
        { "http://myshop.com", "https://myshop.com" },
        { "http://myshop.com:8080", "https://myshop.com" },
    };

    [Theory]
    [MemberData(nameof(HasABetterSpelling))]
    public async Task The_host_does_not_start_and_the_error_shows_the_right_spelling(string written, string instead)
    {
        var message = await StartMessage(written);

        Assert.Contains($"AddMerchantOrigins argument 1: '", message, StringComparison.Ordinal);
        Assert.Contains($" Write {instead} instead.", message, StringComparison.Ordinal);
    }

    public static TheoryData<string> HasNone =>
    [
        "", " ", "*", "null", "https://*", "https://my*.com", "https://www.*.com", "https://*myshop.com", "https://*.*.myshop.com",
        "file:///c:/shop.html", "ftp://myshop.com", "ws://myshop.com", "data:text/html,x", "javascript:alert(1)", "about:blank",
        "https://", "https:///", "https://:443", "https://myshop.com:0", "https://myshop.com:65536", "https://myshop.com:99999999999",
        "https://myshop.com:80a", "https://myshop.com:-1", "https://my shop.com", "https://my<shop.com", "https://my^shop.com",
        "https://[::1", "https://[::1]x", "https://[1:2:3:4:5:6:7]", "https://[::1%25eth0]", "https://[::g]", "https://[::12345]",
        "https://256.1.1.1", "https://1.2.3.4.5", "https://1.2.3.0x100", "https://foo.0x4", "https://a..b", "https://.myshop.com",
        "https://\u00ad", "https://my\ud800shop.com", "https://shop!.com", "capacitor://localhost", "CAPACITOR://localhost",
        "https://a.example,https://b.example", "https://a.example https://b.example", "https://my%00shop.com", "just words",
    ];

    [Theory]
    [MemberData(nameof(HasNone))]
    public async Task A_value_that_can_never_be_an_origin_is_refused_without_a_suggestion(string written)
    {
        var message = await StartMessage(written);

        Assert.Contains("AddMerchantOrigins argument 1: '", message, StringComparison.Ordinal);
        Assert.DoesNotContain(" instead.", message, StringComparison.Ordinal);
    }

    public static TheoryData<string> IsRight =>
    [
        "https://myshop.com", "https://my-shop.co.kr", "https://my_shop.com", "https://myshop.com:8443", "https://myshop.com.", "https://xn--o39akkk0i.xn--3e0b707e",
        "https://intranet", "https://xn--a", "https://192.168.0.1", "https://[2001:db8::1]:8443", "https://*.myshop.com", "https://*.pay.myshop.com:8443",
        "http://localhost", "http://localhost:5080", "http://127.0.0.1:5080", "http://127.1.2.3", "http://[::1]:5080", "http://shop.localhost:3000",
        "https://myshop.com:80", "https://myshop.com:65535",
    ];

    [Theory]
    [MemberData(nameof(IsRight))]
    public async Task An_origin_as_browsers_send_it_is_registered(string written)
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop(), origins: [written]);

        var answer = await host.SendAsync("GET", "/api/orders/1", "", $"Origin: {written.Replace("*", "a.b", StringComparison.Ordinal)}");

        Assert.Equal(200, answer.Status);
    }

    private static async Task<string> StartMessage(string written)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => ProtectedHost.StartAsync(app => app.MapShop(), origins: [written]));
        return refused.Message;
    }
}
