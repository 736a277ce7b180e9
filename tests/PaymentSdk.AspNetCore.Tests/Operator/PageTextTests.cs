using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;

namespace PaymentSdk.AspNetCore.Tests.Operator;

/// <summary>The texts of the operators' page.</summary>
public sealed partial class PageTextTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public async Task Every_text_that_the_page_names_exists_in_each_language(string language)
    {
        await using var shop = await OperatorShop.StartAsync(app => app.MapPaymentOperator().RequireAuthorization(OperatorShop.Policy));
        using var kim = await shop.SignInAsync("Kim");

        var named = NamedTexts().Matches(await kim.GetStringAsync("/operator", Ct)).Select(name => name.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var texts = Keys().Matches(await kim.GetStringAsync($"/operator/js/texts/{language}.js", Ct)).Select(key => key.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(texts));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [GeneratedRegex("data-t(?:-label)?=\"([^\"]+)\"")]
    private static partial Regex NamedTexts();

    [GeneratedRegex("^  \"?([A-Za-z0-9-]+)\"?:", RegexOptions.Multiline)]
    private static partial Regex Keys();
}
