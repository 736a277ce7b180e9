using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace StartShop.Tests;

/// <summary>The faults with which Production refuses to start, in the words that docs/start.md quotes.</summary>
public sealed class GoingLiveTests
{
    private const string Key = "Payment:SecretKey=test_gsk_fake_shop Payment:ClientKey=test_gck_fake_shop";

    [Theory]
    [InlineData("Payment:SecretKey is missing", "")]
    [InlineData("No merchant origin is registered", Key)]
    [InlineData("The tables of the payment ledger are behind", Key + " Payment:MerchantOrigins:0=https://myshop.com")]
    public async Task Production_reports_what_is_missing(string said, string settings)
    {
        var ledger = Path.Combine(Path.GetTempPath(), $"live-{Guid.NewGuid():N}.db");
        await using var shop = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Production").UseSetting("ConnectionStrings:Ledger", $"Data Source={ledger};Pooling=False");
            foreach (var setting in settings.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                builder.UseSetting(setting.Split('=')[0], setting.Split('=')[1]);
        });

        var fault = Assert.ThrowsAny<Exception>(() => shop.Services);

        Assert.Contains(said, fault.ToString(), StringComparison.Ordinal);
        File.Delete(ledger);
        Assert.All(new[] { "start.md", "start.ko.md" }, page =>
            Assert.Contains($"`{said}`", File.ReadAllText(Path.Combine(StartPage.Root, "docs", page)), StringComparison.Ordinal));
    }
}
