using System.Net;
using System.Net.Sockets;
using CheckoutDemo.Tests.Running;

namespace CheckoutDemo.Tests;

/// <summary>The start of the demo, and its messages when it cannot start.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Staging")]
    [InlineData("Production")]
    public async Task The_build_output_serves_its_pages_from_any_working_directory_in_any_environment(string environment)
    {
        await using var own = await OwnShop.OpenAsync(
            ("ASPNETCORE_ENVIRONMENT", environment), ("Sandbox__Enabled", "true"));
        var demo = own.Demo;

        foreach (var (path, type) in new[] { ("/", "text/html"), ("/js/shop.js", "text/javascript"), ("/css/base.css", "text/css"), ("/art/soban.svg", "image/svg+xml"), ("/orders/any-order", "text/html"), ("/api/catalog", "application/json") })
        {
            using var answer = await demo.CallAsync(HttpMethod.Get, path);
            Assert.Equal((path, 200, type), (path, (int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task The_endpoints_are_described_in_Development_only(string environment, bool described)
    {
        await using var own = await OwnShop.OpenAsync(("ASPNETCORE_ENVIRONMENT", environment), ("Sandbox__Enabled", "true"));

        using var answer = await own.Demo.CallAsync(HttpMethod.Get, "/openapi/v1.json");

        Assert.Equal(described ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        if (described)
            Assert.Contains("/payments/confirm", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_named_environment_it_starts_shop_and_sandbox_and_prints_both_addresses()
    {
        using var directory = new ScratchDirectory();
        await using var process = await ShopProcess.OpenAsync(directory.Path, ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("Sandbox__Url", "http://127.0.0.1:0"));

        Assert.NotEqual(0, process.Shop.Port);
        Assert.NotEqual(0, process.Sandbox.Port);
        Assert.NotEqual(process.Shop.Port, process.Sandbox.Port);
        Assert.True(File.Exists(Path.Combine(directory.Path, "checkout-demo.db")));
    }

    [Fact]
    public async Task In_Production_the_sandbox_starts_only_on_request()
    {
        using var directory = new ScratchDirectory();
        var (exitCode, output) = await ShopProcess.RefuseAsync(directory.Path, Settings.FreePorts(directory).With(("ASPNETCORE_ENVIRONMENT", "Production")));

        Assert.Equal(1, exitCode);
        Assert.Contains("Sandbox:Enabled=true", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_real_keys_no_sandbox_runs()
    {
        using var directory = new ScratchDirectory();
        var tail = string.Concat(Enumerable.Repeat("0aB1cD2eF3", 3));
        await using var process = await ShopProcess.OpenAsync(directory.Path, Settings.FreePorts(directory).With(
            ("Payment__SecretKey", $"test_gsk_{tail}"), ("Payment__ClientKey", $"test_gck_{tail}")));

        Assert.DoesNotContain("Sandbox", process.Output, StringComparison.Ordinal);
        Assert.Contains("https://api.tosspayments.com", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(tail, process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_use_is_named_together_with_the_setting_that_changes_it()
    {
        using var directory = new ScratchDirectory();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var (shop, shopSaid) = await ShopProcess.RefuseAsync(directory.Path, Settings.FreePorts(directory).With(("ASPNETCORE_URLS", taken)));
        var (sandbox, sandboxSaid) = await ShopProcess.RefuseAsync(directory.Path, Settings.FreePorts(directory).With(("Sandbox__Url", taken)));

        Assert.Equal((1, 1), (shop, sandbox));
        Assert.Contains("ASPNETCORE_URLS", shopSaid, StringComparison.Ordinal);
        Assert.Contains("Sandbox:Url", sandboxSaid, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_keys_never_go_to_the_sandbox()
    {
        using var directory = new ScratchDirectory();
        var (exitCode, output) = await ShopProcess.RefuseAsync(directory.Path, Settings.FreePorts(directory).With(
            ("Sandbox__Enabled", "true"), ("Payment__SecretKey", "live_gsk_fake_shop"), ("Payment__ClientKey", "live_gck_fake_shop")));

        Assert.Equal(1, exitCode);
        Assert.Contains("The sandbox takes test keys only", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_with_wrong_settings_stops_and_lists_every_fault()
    {
        using var directory = new ScratchDirectory();
        var (exitCode, output) = await ShopProcess.RefuseAsync(directory.Path, Settings.FreePorts(directory).With(
            ("Payment__SecretKey", ""),
            ("Payment__ClientKey", "gck_without_a_prefix"),
            ("Payment__LedgerProvider", "PostgreSql"),
            ("Payment__MerchantOrigins__0", "https://MyShop.com/pay"),
            ("Payment__MerchantOrigins__1", "*"),
            ("Sandbox__Enabled", "perhaps"),
            ("ConnectionStrings__Ledger", "")));

        Assert.Equal(1, exitCode);
        var said = output[output.IndexOf("Please correct", StringComparison.Ordinal)..];
        foreach (var word in new[] { "SecretKey", "ClientKey", "LedgerProvider", "https://MyShop.com/pay", "*", "Sandbox:Enabled", "ConnectionStrings:Ledger" })
            Assert.Contains(word, said, StringComparison.Ordinal);
    }
}
