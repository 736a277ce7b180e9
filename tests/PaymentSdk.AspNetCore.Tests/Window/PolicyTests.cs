using Microsoft.Extensions.Primitives;
using PaymentSdk.AspNetCore.Window;

namespace PaymentSdk.AspNetCore.Tests.Window;

/// <summary>The changes to a page's own Content-Security-Policy. <c>G</c> stands for the gateway's origin.</summary>
public sealed class PolicyTests
{
    private const string Gateway = "http://localhost:5180";
    private const string Provider = "https://js.tosspayments.com/v2/standard";

    private static readonly PolicyDirective Ancestors = new("frame-ancestors", ["'self'", "https://myshop.com"]);

    [Theory]
    [InlineData("that allows only its own origin also gets the gateway",
        "default-src 'self'",
        "default-src 'self'; script-src 'self' G; connect-src 'self' G; frame-src 'self' G; frame-ancestors 'self' https://myshop.com")]
    [InlineData("that allows nothing allows only the gateway in addition",
        "default-src 'none'",
        "default-src 'none'; script-src G; connect-src 'self' G; frame-src G; frame-ancestors 'self' https://myshop.com")]
    [InlineData("keeps its order and the directives that the window does not need",
        "upgrade-insecure-requests; Img-Src 'self' data:;script-src   'self' https://cdn.example ; report-to csp",
        "upgrade-insecure-requests; img-src 'self' data:; script-src 'self' https://cdn.example G; report-to csp; frame-ancestors 'self' https://myshop.com")]
    [InlineData("without script directives does not get any",
        "img-src 'self'",
        "img-src 'self'; frame-ancestors 'self' https://myshop.com")]
    [InlineData("keeps nonces, hashes and strict-dynamic",
        "script-src 'nonce-AbC' 'sha256-xyz=' 'strict-dynamic'; connect-src 'none'; frame-src 'none'",
        "script-src 'nonce-AbC' 'sha256-xyz=' 'strict-dynamic' G; connect-src 'self' G; frame-src G; frame-ancestors 'self' https://myshop.com")]
    [InlineData("keeps its own frame-ancestors",
        "frame-ancestors 'none'; script-src 'self'",
        "frame-ancestors 'none'; script-src 'self' G")]
    [InlineData("that allows everything gets no more sources",
        "default-src *",
        "default-src *; script-src *; connect-src *; frame-src *; frame-ancestors 'self' https://myshop.com")]
    [InlineData("with child-src gets a separate frame-src, so that its workers stay unchanged",
        "child-src 'self' https://video.example",
        "child-src 'self' https://video.example; frame-src 'self' https://video.example G; frame-ancestors 'self' https://myshop.com")]
    [InlineData("with script-src-elem gets the gateway there",
        "script-src 'self'; script-src-elem 'self'",
        "script-src 'self'; script-src-elem 'self' G; frame-ancestors 'self' https://myshop.com")]
    [InlineData("that already has every source stays as it is",
        "script-src 'self' G; connect-src 'self' G; frame-src G; frame-ancestors 'self'",
        "script-src 'self' G; connect-src 'self' G; frame-src G; frame-ancestors 'self'")]
    [InlineData("that repeats a directive keeps the first, as browsers do",
        "script-src 'self'; script-src 'none'",
        "script-src 'self' G; frame-ancestors 'self' https://myshop.com")]
    [InlineData("of two policies in one line is merged in both",
        "default-src 'self', script-src https://cdn.example",
        "default-src 'self'; script-src 'self' G; connect-src 'self' G; frame-src 'self' G; frame-ancestors 'self' https://myshop.com, script-src https://cdn.example G")]
    public void A_policy(string what, string own, string expected)
    {
        Assert.NotEmpty(what);
        var merged = Merge(Written(own));

        Assert.Equal(Written(expected), merged.ToString());
        Assert.Equal(merged.ToString(), Merge(merged.ToString()).ToString());
    }

    [Fact]
    public void Every_header_line_is_merged_and_only_one_says_who_may_frame()
    {
        var merged = Policy(PaymentWindowTarget.Iframe).Enforced(new StringValues(["script-src 'self'", "connect-src 'self'"]), hasTrial: false);

        Assert.Equal([$"script-src 'self' {Gateway}; frame-ancestors 'self' https://myshop.com", $"connect-src 'self' {Gateway}"], merged.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ; ,  ;")]
    public void A_page_without_a_policy_gets_the_smallest_that_works(string none) => Assert.Equal(
        $"script-src 'self' {Gateway}; connect-src 'self' {Gateway}; frame-src {Gateway}; frame-ancestors 'self' https://myshop.com",
        Merge(none));

    [Fact]
    public void A_page_with_a_report_only_policy_gets_no_enforced_policy() =>
        Assert.Equal("frame-ancestors 'self' https://myshop.com", Policy(PaymentWindowTarget.Iframe).Enforced(StringValues.Empty, hasTrial: true));

    [Fact]
    public void The_provider_is_more_hosts_than_the_one_of_its_script()
    {
        var policy = new WindowPolicy(WindowSources.Of(Provider, PaymentWindowTarget.Iframe), Ancestors, null);

        Assert.Equal(
            "default-src 'self'; script-src 'self' https://js.tosspayments.com; connect-src 'self' https://*.tosspayments.com; "
            + "frame-src 'self' https://*.tosspayments.com https://*.toss.im; frame-ancestors 'self' https://myshop.com",
            policy.Enforced("default-src 'self'", hasTrial: false));
    }

    [Theory]
    [InlineData("https://js.tosspayments.com.evil.example/v2/standard", "https://js.tosspayments.com.evil.example")]
    [InlineData("https://eviltosspayments.com/v2", "https://eviltosspayments.com")]
    public void A_gateway_with_an_address_like_the_providers_allows_only_itself(string script, string origin) =>
        Assert.Equal([origin], WindowSources.Of(script, PaymentWindowTarget.Iframe).Frames);

    [Fact]
    public void A_window_in_place_of_the_page_needs_no_frame() => Assert.Equal(
        $"default-src 'self'; script-src 'self' {Gateway}; connect-src 'self' {Gateway}; frame-ancestors 'self' https://myshop.com",
        Policy(PaymentWindowTarget.Self).Enforced("default-src 'self'", hasTrial: false));

    [Theory]
    [InlineData("script-src 'self'", true)]
    [InlineData("default-src *", true)]
    [InlineData("script-src 'self' 'unsafe-inline'", false)]
    [InlineData("img-src 'self'", false)]
    public void A_nonce_is_named_where_inline_scripts_need_one(string own, bool isNamed)
    {
        var nonce = new PolicyNonce();
        var merged = Policy(PaymentWindowTarget.Iframe, nonce).Enforced(own, hasTrial: false).ToString();

        Assert.Equal(isNamed, merged.Contains($"'nonce-{nonce.Value}'", StringComparison.Ordinal));
    }

    private static string Written(string policy) => policy.Replace("G", Gateway, StringComparison.Ordinal);

    private static StringValues Merge(string own) => Policy(PaymentWindowTarget.Iframe).Enforced(own, hasTrial: false);

    private static WindowPolicy Policy(PaymentWindowTarget target, PolicyNonce? nonce = null) =>
        new(WindowSources.Of($"{Gateway}/v2/standard", target), Ancestors, nonce);
}
