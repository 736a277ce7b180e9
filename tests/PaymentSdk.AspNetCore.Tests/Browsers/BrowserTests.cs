namespace PaymentSdk.AspNetCore.Tests.Browsers;

/// <summary>
/// The answers that pages in a real browser receive, and whether the shop's code ran. One browser and one host serve the visits one after
/// the other.
/// </summary>
public sealed class BrowserTests(NamedSites sites) : IClassFixture<NamedSites>
{
    private const string Orders = NamedSites.Pay + "/api/orders";
    private const string Json = "{ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }";
    private const string Blocked = "TypeError: Failed to fetch";

    [Theory]
    [InlineData("https://myshop.com", "cors 200 taken")]
    [InlineData("https://pay.myshop.com", "basic 200 taken")]
    public async Task A_page_of_a_registered_origin_reads_the_answer(string site, string reported)
    {
        await using var visit = await sites.VisitAsync($"{site}/page");

        Assert.Equal(reported, await visit.FetchAsync(Orders, Json));
        Assert.Equal(1, sites.HandledSince(visit));
    }

    [Theory]
    [InlineData("https://www.myshop.com", "host differs")]
    [InlineData("https://other.example", "no registered origin is similar to it")]
    public async Task A_page_of_another_origin_is_stopped_at_the_preflight_and_the_log_says_why(string site, string why)
    {
        await using var visit = await sites.VisitAsync($"{site}/page");

        Assert.Equal(Blocked, await visit.FetchAsync(Orders, Json));
        Assert.Equal(0, sites.HandledSince(visit));
        Assert.Contains(why, sites.RefusalOf(visit), StringComparison.Ordinal);
        Assert.Contains($"from origin '{site}' has been blocked by CORS policy", visit.Console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_origin_is_stopped_without_a_preflight_too()
    {
        await using var visit = await sites.VisitAsync("https://www.myshop.com/page");

        Assert.Equal(Blocked, await visit.FetchAsync(Orders, "{ method: 'POST', body: '{}' }"));
        Assert.Equal(0, sites.HandledSince(visit));
    }

    [Fact]
    public async Task A_sandboxed_frame_of_a_registered_page_has_no_origin()
    {
        await using var visit = await sites.VisitAsync("https://myshop.com/page");

        Assert.Equal($"null {Blocked}", await visit.FetchFromSandboxAsync(Orders, Json));
        Assert.Equal(0, sites.HandledSince(visit));
        Assert.Contains("origin-null", sites.RefusalOf(visit), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://other.example", "https://myshop.com", "cors 200 taken", 1)]
    [InlineData("https://myshop.com", "https://www.myshop.com", Blocked, 0)]
    public async Task A_page_reached_by_redirect_counts_by_where_it_ended(string from, string to, string reported, int handled)
    {
        await using var visit = await sites.VisitAsync($"{from}/moved?to={to}/page");

        Assert.Equal($"{to}/page", visit.Page.Url);
        Assert.Equal(reported, await visit.FetchAsync(Orders, Json));
        Assert.Equal(handled, sites.HandledSince(visit));
    }

    [Fact]
    public async Task A_call_that_another_site_redirects_to_us_has_lost_its_origin()
    {
        await using var visit = await sites.VisitAsync("https://myshop.com/page");

        Assert.Equal(Blocked, await visit.FetchAsync($"https://other.example/hop?to={Orders}/1"));
        Assert.Equal(0, sites.HandledSince(visit));
        Assert.Contains("origin-null", sites.RefusalOf(visit), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://myshop.com", "request-mode-not-allowed")]
    [InlineData("https://pay.myshop.com", "request-mode-not-allowed")]
    [InlineData("https://other.example", "origin-not-registered")]
    public async Task A_form_shows_the_buyer_a_403_wherever_it_stands(string site, string slug)
    {
        await using var visit = await sites.VisitAsync($"{site}/page");

        var (status, text) = await visit.SubmitAsync(Orders);

        Assert.Equal(403, status);
        Assert.Contains(slug, text, StringComparison.Ordinal);
        Assert.Equal(0, sites.HandledSince(visit));
    }

    [Theory]
    [InlineData("https://myshop.com", "request-mode-not-allowed")]
    [InlineData("https://other.example", "origin-not-registered")]
    public async Task A_no_cors_call_sees_nothing_and_does_nothing(string site, string why)
    {
        await using var visit = await sites.VisitAsync($"{site}/page");

        Assert.Equal("opaque 0", await visit.FetchAsync(Orders, "{ method: 'POST', mode: 'no-cors', body: '{}' }"));
        Assert.Equal(0, sites.HandledSince(visit));
        Assert.Contains(why, sites.RefusalOf(visit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_without_an_origin_from_another_site_does_nothing()
    {
        await using var visit = await sites.VisitAsync("https://other.example/page");

        Assert.Equal("opaque 0", await visit.FetchAsync($"{Orders}/1", "{ mode: 'no-cors' }"));
        Assert.Equal(0, sites.HandledSince(visit));
        Assert.Contains("origin-missing", sites.RefusalOf(visit), StringComparison.Ordinal);
    }
}
