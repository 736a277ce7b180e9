using Microsoft.Extensions.Options;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Origins;

/// <summary>A pattern may cover a name with a single owner, but not a suffix that strangers share.</summary>
public sealed class SharedSuffixTests
{
    [Theory]
    [InlineData("com", "com is a public suffix")]
    [InlineData("no-such-tld", "no-such-tld is a public suffix")]
    [InlineData("co.kr", "co.kr is a public suffix")]
    [InlineData("jeju.kr", "jeju.kr is a public suffix")]
    [InlineData("co.uk.", "co.uk is a public suffix")]
    [InlineData("ck", "ck is a public suffix")]
    [InlineData("anything.ck", "anything.ck is a public suffix")]
    [InlineData("ward.kawasaki.jp", "ward.kawasaki.jp is a public suffix")]
    [InlineData("xn--3e0b707e", "xn--3e0b707e is a public suffix")]
    [InlineData("xn--55qx5d.cn", "xn--55qx5d.cn is a public suffix")]
    [InlineData("github.io", "github.io is a public suffix")]
    [InlineData("myshopify.com", "myshopify.com is a public suffix")]
    [InlineData("s3.amazonaws.com", "s3.amazonaws.com is a public suffix")]
    [InlineData("github.io:8443", "github.io is a public suffix")]
    [InlineData("kawasaki.jp", "it covers *.kawasaki.jp as well, a public suffix")]
    [InlineData("cafe24.com", "cafe24.com gives names to the shops of other merchants too")]
    [InlineData("imweb.me", "imweb.me gives names to the shops of other merchants too")]
    [InlineData("godomall.com", "godomall.com gives names to the shops of other merchants too")]
    [InlineData("sixshop.com.", "sixshop.com gives names to the shops of other merchants too")]
    public async Task A_pattern_over_a_shared_suffix_is_refused_with_the_reason(string name, string reason)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => Start(name));

        var failure = Assert.Single(refused.Failures);
        Assert.StartsWith($"AddMerchantOrigins argument 1: 'https://*.{name}' cannot be registered: {reason}", failure, StringComparison.Ordinal);
        Assert.EndsWith("Name your own shop's origin, or set DangerouslyAllowSharedSuffixPatterns.", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_above_a_public_suffix_covers_it_and_is_refused()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => Start("amazonaws.com"));

        Assert.Matches(@"it covers \S+\.amazonaws\.com as well, a public suffix, under which strangers can get names too\.", Assert.Single(refused.Failures));
    }

    [Theory]
    [InlineData("myshop.com")]
    [InlineData("myshop.co.kr")]
    [InlineData("www.ck")]
    [InlineData("city.kawasaki.jp")]
    [InlineData("myshop.anything.ck")]
    [InlineData("myshop.github.io")]
    [InlineData("myshop.cafe24.com")]
    [InlineData("xn--zb0b2hu97a1ya.xn--3e0b707e")]
    [InlineData("mycafe24shop.com")]
    public async Task A_pattern_over_a_name_of_one_owner_is_registered(string name)
    {
        await using var host = await Start(name);

        Assert.Equal(200, await Status(host, $"https://shop.{name}"));
        Assert.Equal(200, await Status(host, $"https://a.b.{name}"));
        Assert.Equal(403, await Status(host, $"https://{name}"));
    }

    [Theory]
    [InlineData("co.kr")]
    [InlineData("anything.ck")]
    [InlineData("amazonaws.com")]
    [InlineData("imweb.me")]
    public async Task The_dangerous_switch_registers_it_all_the_same(string name)
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop(), origins: [$"https://*.{name}"], settings: new Dictionary<string, string?>
        {
            ["Payment:DangerouslyAllowSharedSuffixPatterns"] = "true",
        });

        Assert.Equal(200, await Status(host, $"https://stranger.{name}"));
    }

    /// <summary>The suffix list also defines where a site begins: neighbors under one suffix are not the same shop.</summary>
    [Theory]
    [InlineData("https://myshop.github.io", "https://other.github.io", "no registered origin is similar to it")]
    [InlineData("https://myshop.anything.ck", "https://pay.myshop.anything.ck", "host differs")]
    public void A_diagnosis_distinguishes_subdomains_of_the_shop_from_other_sites_under_one_suffix(string registered, string presented, string said) =>
        Assert.Contains(said, OriginDiagnosis.Of(presented, [registered]).Explanation, StringComparison.Ordinal);

    private static Task<ProtectedHost> Start(string name) => ProtectedHost.StartAsync(app => app.MapShop(), origins: [$"https://*.{name}"]);

    private static async Task<int> Status(ProtectedHost host, string origin) =>
        (await host.SendAsync("GET", "/api/orders/1", "", $"Origin: {origin}")).Status;
}
