using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PaymentSdk.Tests.Client;

/// <summary>A host with wrong settings does not start, and says all that is wrong at once.</summary>
public sealed class SettingsFaultTests
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { "SecretKey", "", "Payment:SecretKey is missing" },
        { "ClientKey", " ", "Payment:ClientKey is missing" },
        { "SecretKey", "sk_fake_shop", "its prefix is not one of a key" },
        { "SecretKey", "\"test_gsk_fake_shop\"", "its prefix is not one of a key" },
        { "SecretKey", "test_ak_fake_shop", "no longer issued" },
        { "SecretKey", "test_gck_fake_shop", "this is a client key" },
        { "ClientKey", "test_gsk_fake_shop", "this is a SECRET key" },
        { "SecretKey", "test_gsk_", "nothing follows its prefix" },
        { "SecretKey", "test_sk_fake_shop", "mix a widget key and an API-individual key" },
        { "ClientKey", "live_gck_fake_shop", "mix a test key and a live key" },
        { "SecretKey", "\uFEFFtest_gsk_fake_shop", "byte order mark" },
        { "SecretKey", "test_gsk_fake_shop\n", "space, tab or line break" },
        { "ClientKey", "test_gck_fake_shöp", "outside ASCII" },
        { "PreviousSecretKeys:0", "test_gck_fake_old", "Payment:PreviousSecretKeys:0 is 'test_gck_…' (17 characters): this is a client key" },
        { "PreviousSecretKeys:0", "live_gsk_fake_old", "Payment:PreviousSecretKeys:0 (live_gsk_…) and the current secret (test_gsk_…) mix" },
        { "SecurityKeys:0", "abc", "Payment:SecurityKeys:0 is a text of 3 characters; a security key has 64" },
        { "ApiBaseAddress", "api.tosspayments.com", "Payment:ApiBaseAddress is 'api.tosspayments.com', which is not an absolute" },
        { "ApiBaseAddress", "ftp://api.tosspayments.com", "not an absolute http or https address" },
        { "ApiBaseAddress", "https://user:pass@api.example", "carries a user name or password" },
        { "ApiBaseAddress", "https://api.example/?a=b", "query or fragment" },
        { "ScriptAddress", "/v2/standard", "Payment:ScriptAddress is" },
        { "PublicAddress", "myshop.com", "Payment:PublicAddress is" },
        { "ResultPage", "orders", "neither a path that begins with / nor an absolute" },
        { "ResultPage", "//evil.example/{orderId}", "begins with two slashes" },
        { "ResultPage", "/\\evil.example", "backslash" },
        { "ResultPage", "/orders/{id}", "placeholder other than {orderId}" },
        { "ResultPage", "https://{orderId}.example/", "in its host" },
        { "ResultPage", "javascript:alert(1)", "neither a path" },
        { "Recovery:MaxDelay", "00:00:00.5", "must be from 00:00:01 to 1.00:00:00" },
        { "Recovery:PollInterval", "00:02:00", "Payment:Recovery:PollInterval is 00:02:00" },
        { "Recovery:MaxDelay", "soon", "Payment:Recovery:MaxDelay is 'soon', which cannot be read as a time span" },
        { "AllowCredentials", "yes please", "Payment:AllowCredentials is 'yes please', which cannot be read as true or false" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_wrong_setting_stops_the_host_and_is_named(string setting, string value, string fault)
    {
        var faults = await StartAsync((setting, value));

        Assert.Contains(faults, line => line.Contains(fault, StringComparison.Ordinal));
        Assert.All(faults, line => Assert.StartsWith("Payment:", line));
        Assert.All(faults, line => Assert.DoesNotContain("fake", line));
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var faults = await StartAsync(
            ("SecretKey", "\uFEFF live_sk_fake_shop"), ("ApiBaseAddress", "http://toss.example"), ("ResultPage", "x"),
            ("AllowCredentials", "maybe"), ("SecurityKeys:0", "short"));

        // Byte order mark, space, two mixed pairs, live over http, live on another host, page, boolean, security key.
        Assert.Equal(9, faults.Count);
    }

    [Theory]
    [InlineData("https://api.tosspayments.com", 0)]
    [InlineData("https://sandbox.tosspayments.com", 0)]
    [InlineData("http://api.tosspayments.com", 1)]
    [InlineData("https://api.tosspayments.com.evil.example", 1)]
    [InlineData("https://eviltosspayments.com", 1)]
    [InlineData("http://localhost:5180", 2)]
    public async Task A_live_key_goes_to_the_provider_over_https_only(string address, int count)
    {
        var faults = await StartAsync(("SecretKey", "live_gsk_fake_shop"), ("ClientKey", "live_gck_fake_shop"), ("ApiBaseAddress", address));

        Assert.Equal(count, faults.Count);
    }

    [Fact]
    public async Task A_named_registration_names_its_own_section()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddPaymentSdk("b");
        using var host = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.All(failure.Failures, line => Assert.StartsWith("Payment:b:", line));
    }

    private static async Task<IReadOnlyList<string>> StartAsync(params (string Setting, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration["Payment:SecretKey"] = "test_gsk_fake_shop";
        builder.Configuration["Payment:ClientKey"] = "test_gck_fake_shop";
        foreach (var (setting, value) in settings)
            builder.Configuration[$"Payment:{setting}"] = value;
        builder.Services.AddPaymentSdk();
        using var host = builder.Build();
        try
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            await host.StopAsync(TestContext.Current.CancellationToken);
            return [];
        }
        catch (OptionsValidationException failure)
        {
            return [.. failure.Failures];
        }
    }
}
