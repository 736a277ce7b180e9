using System.Net;
using System.Net.Sockets;
using CheckoutDemo.Tests.Running;

namespace CheckoutDemo.Tests;

/// <summary>The output of <c>dotnet run -- doctor</c> in a separate process.</summary>
public sealed class DoctorTests
{
    [Fact]
    public async Task A_healthy_shop_has_no_fault_and_the_check_leaves_nothing_behind()
    {
        using var directory = new ScratchDirectory();
        var (exitCode, output) = await ExamineAsync(directory);

        Assert.True(exitCode == 0, output);
        foreach (var name in new[] { "keys", "settings", "api", "clock", "ledger", "origins", "public address", "window headers" })
            Assert.Matches($@"(?m)^ok +{name} ", output);
        Assert.Empty(Directory.GetFiles(directory.Path));
    }

    [Fact]
    public async Task While_a_shop_is_running_the_doctor_checks_the_sandbox_and_the_ledger_of_that_shop()
    {
        using var directory = new ScratchDirectory();
        await using var shop = await ShopProcess.OpenAsync(directory.Path, Settings.FreePorts(directory));
        var (exitCode, output) = await ExamineAsync(directory, ("Sandbox__Url", shop.Sandbox.GetLeftPart(UriPartial.Authority)));

        Assert.True(exitCode == 0, output);
        Assert.Matches(@"(?m)^ok +ledger +The tables are up to date\.", output);
    }

    [Fact]
    public async Task All_faults_are_listed_together_with_their_fixes_and_without_a_secret()
    {
        using var directory = new ScratchDirectory();
        var (exitCode, output) = await ExamineAsync(
            directory,
            ("Payment__SecretKey", "live_gsk_hidden_words"),
            ("Payment__ClientKey", "test_gsk_other_hidden_words"),
            ("Payment__MerchantOrigins__0", "https://MyShop.com/pay"),
            ("Payment__PublicAddress", "ftp://myshop.com"),
            ("ConnectionStrings__Ledger", $"Data Source={Path.Combine(directory.Path, "nowhere", "ledger.db")}"));

        Assert.Equal(1, exitCode);
        Assert.Matches(@"(?m)^fault +keys .*Payment:ClientKey is 'test_gsk_…'", output);
        Assert.Matches(@"(?m)^fault +origins .*https://MyShop\.com/pay.* -> Write https://myshop\.com instead\.", output);
        Assert.Matches(@"(?m)^fault +settings .*Payment:PublicAddress", output);
        Assert.Matches(@"(?m)^fault +ledger ", output);
        Assert.DoesNotContain("hidden_words", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_the_shop_that_is_nearly_a_registered_origin_is_reported()
    {
        using var directory = new ScratchDirectory();
        var (_, output) = await ExamineAsync(directory, ("Payment__MerchantOrigins__0", "https://myshop.com"), ("Payment__ResultPage", "https://www.myshop.com/orders/{orderId}"));

        Assert.Matches(@"(?m)^fault +origins .*https://www\.myshop\.com.* -> .*https://www\.myshop\.com", output);
    }

    [Fact]
    public async Task An_unavailable_API_is_a_fault_that_names_its_address()
    {
        using var directory = new ScratchDirectory();
        var nobody = FreeAddress();
        var (exitCode, output) = await ExamineAsync(directory, ("Payment__ApiBaseAddress", nobody));

        Assert.Equal(1, exitCode);
        Assert.Matches($@"(?m)^fault +api +{nobody} cannot be reached: ConnectionError\. -> ", output);
    }

    [Fact]
    public async Task A_key_that_the_API_does_not_know_is_a_fault()
    {
        using var directory = new ScratchDirectory();
        await using var shop = await ShopProcess.OpenAsync(directory.Path, Settings.FreePorts(directory));
        var (exitCode, output) = await ExamineAsync(
            directory,
            ("Payment__SecretKey", "test_gsk_stale_key"),
            ("Payment__ApiBaseAddress", shop.Sandbox.GetLeftPart(UriPartial.Authority)));

        Assert.Equal(1, exitCode);
        Assert.Matches(@"(?m)^fault +api .* refuses the secret key 'test_gsk_…' \(18 characters\): 401", output);
        Assert.DoesNotContain("stale_key", output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> ExamineAsync(ScratchDirectory directory, params (string Name, string? Value)[] settings) =>
        ShopProcess.ExamineAsync(directory.Path, Settings.FreePorts(directory).With(settings));

    // Nothing listens at this address: the port was free a moment ago, and the check only has to fail to connect.
    private static string FreeAddress()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return $"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}";
    }
}
