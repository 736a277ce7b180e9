namespace PaymentSdk.AspNetCore.Tests.Origins;

public sealed class OriginTests
{
    private const string S = "Scheme";
    private const string H = "Host";
    private const string P = "Port";

    /// <summary>The table of docs/spec/origins.md §2, computed by RFC 6454.</summary>
    public static TheoryData<string, string, string, string, string> WellKnownTable => new()
    {
        { "https://www.myshop.com/example/", "None", H, $"{S}, {H}", S },
        { "https://myshop.com/example2/", H, "None", S, $"{S}, {H}" },
        { "http://myshop.com:8080/example/", $"{S}, {H}, {P}", $"{S}, {P}", P, $"{H}, {P}" },
        { "http://en.myshop.com/example/", $"{S}, {H}", $"{S}, {H}", H, H },
        { "http://www.myshop.com/example/", S, $"{S}, {H}", H, "None" },
    };

    [Theory]
    [MemberData(nameof(WellKnownTable))]
    public void Every_differing_part_is_listed(string url, string fromWwwHttps, string fromHttps, string fromHttp, string fromWwwHttp)
    {
        var origin = Origin.OfAddress(url);

        Assert.Equal(fromWwwHttps, Origin.Parse("https://www.myshop.com").Compare(origin).ToString());
        Assert.Equal(fromHttps, Origin.Parse("https://myshop.com").Compare(origin).ToString());
        Assert.Equal(fromHttp, Origin.Parse("http://myshop.com").Compare(origin).ToString());
        Assert.Equal(fromWwwHttp, Origin.Parse("http://www.myshop.com").Compare(origin).ToString());
    }

    [Theory]
    [InlineData("https://a.example:8443", "https://a.example", OriginDifference.Port)]
    [InlineData("http://a.example:443", "https://a.example", OriginDifference.Scheme)]
    [InlineData("http://localhost:5080", "http://127.0.0.1:5080", OriginDifference.Host)]
    [InlineData("https://a.example.", "https://a.example", OriginDifference.Host)]
    public void Comparing_goes_both_ways(string one, string other, OriginDifference difference)
    {
        Assert.Equal(difference, Origin.Parse(one).Compare(Origin.Parse(other)));
        Assert.Equal(difference, Origin.Parse(other).Compare(Origin.Parse(one)));
    }

    [Fact]
    public void An_origin_has_three_parts_and_prints_as_browsers_send_it()
    {
        var origin = Origin.Parse("https://pay.myshop.com:8443");

        Assert.Equal(("https", "pay.myshop.com", 8443, "https://pay.myshop.com:8443"), (origin.Scheme, origin.Host, origin.Port, origin.ToString()));
        Assert.Equal(443, Origin.Parse("https://myshop.com").Port);
        Assert.Equal(origin, Origin.OfAddress("HTTPS://Pay.MyShop.com:08443/x?y#z"));
        Assert.Equal(("", 0), (default(Origin).ToString(), default(Origin).Port));
    }

    [Fact]
    public void A_wrong_spelling_is_refused_with_the_right_one()
    {
        var wrong = Assert.Throws<FormatException>(() => Origin.Parse("https://MyShop.com:443/pay"));

        Assert.Equal("This is not an origin: it has upper case letters, the default port of its scheme and a path. Write https://myshop.com.", wrong.Message);
        Assert.Throws<FormatException>(() => Origin.Parse(null));
        Assert.Throws<FormatException>(() => Origin.OfAddress("ftp://myshop.com"));
    }
}
