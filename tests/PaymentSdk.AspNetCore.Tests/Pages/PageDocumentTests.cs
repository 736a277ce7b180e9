using System.Text.RegularExpressions;
using PaymentSdk.Sandbox.Tests.Window;

namespace PaymentSdk.AspNetCore.Tests.Pages;

/// <summary>Checks that the statements in docs/page.md are true.</summary>
public sealed partial class PageDocumentTests(Chromium chromium)
{
    [Fact]
    public async Task Twelve_lines_take_a_payment_and_the_result_page_shows_it()
    {
        Assert.Equal((2, 2), (PageDocument.Blocks.Length, PageDocument.Scripts.Length));
        Assert.InRange(PageDocument.Blocks[0].Split('\n').Length + PageDocument.Scripts[0].Split('\n').Length, 1, 12);
        await using var shop = await PageShop.StartAsync(chromium, policy: "default-src 'self'; img-src data:");
        await shop.Page.GotoAsync($"{shop.Address}/documented");

        await shop.PayAsync();

        await shop.ArriveAsync("paid");
        Assert.Equal(1, shop.Approvals);
        Assert.DoesNotContain(shop.Console, line => line.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    /// <summary>Each option, state, status and slug of the types appears in the documentation.</summary>
    [Fact]
    public void Every_member_of_the_types_is_documented()
    {
        var types = Comment().Replace(File.ReadAllText(Path.Combine(PageDocument.Root, "src", "checkout-js", "checkout.d.ts")), "");
        var options = Options().Matches(types).SelectMany(match => Member().Matches(match.Value)).Select(match => match.Groups[1].Value);
        var own = Union().Matches(types).SelectMany(match => Word().Matches(match.Value)).Select(match => match.Groups[1].Value)
            .Except(ServerWords, StringComparer.Ordinal);

        var words = options.Concat(own).ToList();
        Assert.Contains("banks", words);
        Assert.Contains("script-blocked", words);
        Assert.All(words, word => Assert.Contains($"`{word}`", PageDocument.Text, StringComparison.Ordinal));
    }

    /// <summary>The known values in the server's answers, which docs/spec/http.md documents.</summary>
    private static IEnumerable<string> ServerWords
    {
        get
        {
            var contract = File.ReadAllText(Path.Combine(PageDocument.Root, "docs", "spec", "http.md"));
            return Quoted().Matches(contract).Select(match => match.Groups[1].Value);
        }
    }

    [GeneratedRegex(@"/\*\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"export interface (?:Server|Checkout|Result)Options[^{]*\{.*?\n\}", RegexOptions.Singleline)]
    private static partial Regex Options();

    [GeneratedRegex(@"^  (\w+)\??:", RegexOptions.Multiline)]
    private static partial Regex Member();

    [GeneratedRegex(@"export type (?:PaymentErrorSlug|CheckoutState|OrderStatus|ShownStatus) =.*?;", RegexOptions.Singleline)]
    private static partial Regex Union();

    [GeneratedRegex("`([\\w-]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"'([\w-]+)'")]
    private static partial Regex Word();
}
