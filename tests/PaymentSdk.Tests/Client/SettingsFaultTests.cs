using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PaymentSdk.Tests.Client;

/// <summary>A host with wrong settings does not start, and reports all faults at once.</summary>
public sealed class SettingsFaultTests
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { "SecretKey", "", "Payment:SecretKey is missing" },
        { "ClientKey", " ", "Payment:ClientKey is missing" },
        { "SecretKey", "sk_fake_shop", "its prefix is not that of a key" },
        { "SecretKey", "\"test_gsk_fake_shop\"", "its prefix is not that of a key" },
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
        { "SecurityKeys:0", "abc", "Payment:SecurityKeys:0 is a text of 3 characters; a security key must have 64" },
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
        { "Wait", "00:00:00.5", "Payment:Wait is 00:00:00.5000000 (days.hours:minutes:seconds); it must be from 00:00:01 to 00:00:30" },
        { "Wait", "00:00:31", "Payment:Wait is 00:00:31" },
        { "Wait", "a while", "Payment:Wait is 'a while', which cannot be read as a time span; write it as hours:minutes:seconds" },
        { "Recovery:MaxDelay", "00:00:00.5", "must be from 00:00:01 to 1.00:00:00" },
        { "Recovery:PollInterval", "00:02:00", "Payment:Recovery:PollInterval is 00:02:00" },
        { "Recovery:IdleInterval", "00:02:00", "Payment:Recovery:IdleInterval is 00:02:00" },
        { "Recovery:MaxDelay", "soon", "Payment:Recovery:MaxDelay is 'soon', which cannot be read as a time span" },
        { "AllowCredentials", "yes please", "Payment:AllowCredentials is 'yes please', which cannot be read as true or false" },
    };

    public static TheoryData<string, string, string> MisreadFaults => new()
    {
        { "Webhooks:AllowedSources", "13.124.18.147,10.0.0.0/8", "Write each entry separately: Payment:Webhooks:AllowedSources:0 = 13.124.18.147, Payment:Webhooks:AllowedSources:1 = 10.0.0.0/8; as an environment variable Payment__Webhooks__AllowedSources__0" },
        { "Webhooks:AllowedSources", "", "Payment:Webhooks:AllowedSources is empty, which restricts nothing" },
        { "Webhooks:AllowedSources", "  ", "a list belongs here" },
        { "Webhooks:AllowedSources:0", "", "Payment:Webhooks:AllowedSources:0 is empty" },
        { "Webhooks:AllowedSources:0:Address", "13.124.18.147", "Payment:Webhooks:AllowedSources:0 has entries below it" },
        { "Webhooks:AllowedSources:0", "10.1", "neither an IP address such as" },
        { "Webhooks:AllowedSources:0", "010.0.0.1", "neither an IP address such as" },
        { "Webhooks:AllowedSources:0", "13.124.18.147,10.0.0.0/8", "neither an IP address such as" },
        { "Webhooks", "13.124.18.147", "its settings belong below it: Payment:Webhooks:AllowedSources" },
        { "Webhooks:AllowedSource:0", "13.124.18.147", "Payment:Webhooks:AllowedSource is not a setting; Payment:Webhooks:AllowedSources is" },
        { "Webhooks:AllowList:0", "13.124.18.147", "Payment:Webhooks:AllowList is not a setting. The settings of Payment:Webhooks are AllowedSources" },
        { "Webhook:AllowedSources:0", "13.124.18.147", "Payment:Webhook is not a setting; Payment:Webhooks is" },
        { "PreviousSecretKeys", "test_gsk_fake_old,test_gsk_fake_older", "Payment:PreviousSecretKeys is a text of 37 characters, and a list belongs here. Write each entry separately: Payment:PreviousSecretKeys:0 = …, Payment:PreviousSecretKeys:1 = …" },
        { "PreviousSecretKey:0", "test_gsk_fake_old", "Payment:PreviousSecretKeys is" },
        { "SecurityKeys", "fake", "a list belongs here" },
        { "MerchantOrigins", "https://a.example;https://b.example", "Payment:MerchantOrigins:1 = https://b.example" },
        { "MerchantOrigins:0:Url", "https://a.example", "Payment:MerchantOrigins:0 has entries below it" },
        { "Recovery:Ladder", "00:00:02 00:00:05", "Payment:Recovery:Ladder:1 = 00:00:05" },
        { "Recovery:RequestsPerMinute", "", "cannot be read as a whole number" },
        { "Retention:Enabled", "", "Payment:Retention:Enabled is '', which cannot be read as true or false" },
        { "Reconciliation:Enabled", "", "cannot be read as true or false" },
        { "Retention:Payments", "", "cannot be read as a time span; write it as days" },
        { "Wait", "", "Payment:Wait is '', which cannot be read as a time span" },
        { "Recovery:MaxDelay", "", "cannot be read as a time span" },
        { "AllowCredentials", "", "cannot be read as true or false" },
        { "DangerouslyAllowInsecureOrigins", "", "cannot be read as true or false" },
        { "Recovery:RequestPerMinute", "50", "Payment:Recovery:RequestsPerMinute is" },
        { "Recovery:MaxRetries", "50", "The settings of Payment:Recovery are MaxDelay, PollInterval, IdleInterval, Ladder, RequestsPerMinute" },
        { "Retention:Enabld", "false", "Payment:Retention:Enabled is" },
        { "Reconciliation:Hour", "4", "Payment:Reconciliation:Hour is not a setting" },
        { "ApiBaseAddress:0", "https://api.tosspayments.com", "Payment:ApiBaseAddress has entries below it, and one value belongs here. Write Payment:ApiBaseAddress = …; as an environment variable Payment__ApiBaseAddress" },
        { "allowcredential", "true", "Payment:AllowCredentials is" },
        { "ApiBaesAddress", "https://api.tosspayments.com", "Payment:ApiBaseAddress is" },
    };

    [Theory]
    [MemberData(nameof(MisreadFaults))]
    public async Task A_setting_that_would_be_read_as_absent_stops_the_host_and_the_fault_shows_the_right_form(string setting, string value, string fault)
    {
        var faults = await StartAsync((setting, value));

        var line = Assert.Single(faults);
        Assert.Contains(fault, line, StringComparison.Ordinal);
        Assert.DoesNotContain("fake", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_one_source_writes_as_text_over_the_entries_of_another_is_a_fault()
    {
        var faults = await StartAsync(("Webhooks:AllowedSources:0", "10.0.0.0/8"), ("Webhooks:AllowedSources", "13.124.18.147"));

        Assert.Contains("a list belongs here", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Payment_Webhooks__AllowedSources__0")]
    [InlineData("PAYMENT_WEBHOOKS_ALLOWEDSOURCES_0")]
    public async Task A_restriction_in_a_variable_with_one_underscore_is_a_fault(string variable)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration["Payment:SecretKey"] = "test_gsk_fake_shop";
        builder.Configuration["Payment:ClientKey"] = "test_gck_fake_shop";
        Environment.SetEnvironmentVariable(variable, "13.124.18.147");
        builder.Configuration.AddEnvironmentVariables();
        Environment.SetEnvironmentVariable(variable, null);
        builder.Services.AddPaymentSdk();
        using var host = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("separated by two underscores", Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Payments", "")]
    [InlineData("Paymnet", "")]
    [InlineData("PAYMENTSDK", "")]
    [InlineData("Pay", "-")]
    [InlineData("Payments", "b")]
    public async Task A_restriction_in_a_section_of_almost_the_same_name_is_a_fault_and_all_else_there_a_warning(string section, string registration)
    {
        using var log = new CapturedLog();
        var (name, inner) = registration is "b" ? ("b", ":b") : ("", "");
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(log);
        builder.Configuration[$"Payment{inner}:SecretKey"] = "test_gsk_fake_shop";
        builder.Configuration[$"Payment{inner}:ClientKey"] = "test_gck_fake_shop";
        builder.Configuration[$"{section}{inner}:Webhooks:AllowedSources:0"] = "13.124.18.147";
        builder.Configuration[$"{section}{inner}:ResultPage"] = "/bought/{orderId}";
        builder.Configuration[$"{section}{inner}:Color"] = "red";
        builder.Services.AddPaymentSdk(name);
        using var host = builder.Build();

        if (registration is "-")
        {
            // A name that differs by four letters is taken for a section of the shop itself.
            await host.StartAsync(TestContext.Current.CancellationToken);
            await host.StopAsync(TestContext.Current.CancellationToken);
            return;
        }

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains($"{section}{inner}:Webhooks:AllowedSources is not read: the settings of payments are in the section Payment. Use Payment{inner}:Webhooks:AllowedSources", Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_in_a_section_of_almost_the_same_name_are_reported_in_one_warning()
    {
        using var log = new CapturedLog();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(log);
        builder.Configuration["Payment:SecretKey"] = "test_gsk_fake_shop";
        builder.Configuration["Payment:ClientKey"] = "test_gck_fake_shop";
        builder.Configuration["Payments:ResultPage"] = "/bought/{orderId}";
        builder.Configuration["Payments:Color"] = "red";
        builder.Configuration["Elsewhere:SecretKey"] = "test_gsk_fake_elsewhere";
        builder.Services.AddPaymentSdk();
        // A section with a similar name is read as usual if it belongs to a registration.
        builder.Configuration["Paymentz:SecretKey"] = "test_sk_fake_second";
        builder.Configuration["Paymentz:ClientKey"] = "test_ck_fake_second";
        builder.Configuration["Paymentz:Webhooks:AllowedSources:0"] = "13.124.18.147";
        builder.Services.AddPaymentSdk("second", builder.Configuration.GetSection("Paymentz"));
        using var host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);
        _ = host.Services.GetRequiredKeyedService<PaymentSdk.Configuration.IPaymentSettingsSource>("").Current;
        await host.StopAsync(TestContext.Current.CancellationToken);

        var warning = Assert.Single(log.Lines, line => line.Level is LogLevel.Warning && line.Text.Contains("are not read", StringComparison.Ordinal));
        Assert.Contains("not read: Payments:ResultPage.", warning.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AllowedSources:0", "13.124.18.147")]
    [InlineData("AllowedSources", "13.124.18.147")]
    [InlineData("allowedsources", "13.124.18.147,10.0.0.0/8")]
    public async Task A_restriction_that_code_alone_leaves_open_is_a_fault(string written, string value)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(payments => payments.SecretKey = "test_gsk_fake_shop"));
        Assert.Contains("is not read: the settings of this registration are made in code", Assert.Single(failure.Failures), StringComparison.Ordinal);

        // A value that is set in code is used.
        await StartAsync(payments => payments.Webhooks.AllowedSources.Add("10.0.0.1"));

        async Task StartAsync(Action<PaymentSdkOptions> more)
        {
            var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
            builder.Configuration[$"Payment:Webhooks:{written}"] = value;
            builder.Services.AddPaymentSdk(payments =>
            {
                payments.SecretKey = "test_gsk_fake_shop";
                payments.ClientKey = "test_gck_fake_shop";
                more(payments);
            });
            using var host = builder.Build();
            await host.StartAsync(TestContext.Current.CancellationToken);
            await host.StopAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("""{ "Webhooks": { "AllowedSources": [] } }""", "is empty, which restricts nothing")]
    [InlineData("""{ "Webhooks": { "AllowedSources": null } }""", "is empty, which restricts nothing")]
    [InlineData("""{ "Webhooks": { "AllowedSources": {} } }""", "is empty, which restricts nothing")]
    [InlineData("""{ "Webhooks": { "AllowedSources": [null] } }""", "Payment:Webhooks:AllowedSources:0 is empty")]
    [InlineData("""{ "Webhooks": { "AllowedSources": [["10.0.0.0/8"]] } }""", "has entries below it")]
    [InlineData("""{ "SecretKey": ["test_gsk_fake_shop"] }""", "Payment:SecretKey has entries below it")]
    [InlineData("""{ "PreviousSecretKeys": [null] }""", "Payment:PreviousSecretKeys:0 is empty")]
    public async Task A_restriction_of_a_json_file_never_fails_open(string json, string fault)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration["Payment:SecretKey"] = "test_gsk_fake_shop";
        builder.Configuration["Payment:ClientKey"] = "test_gck_fake_shop";
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "Payment": {{json}} }"""));
        builder.Configuration.AddJsonStream(file);
        builder.Services.AddPaymentSdk();
        using var host = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(failure.Failures, line => line.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_of_the_shops_own_and_other_registrations_are_allowed_and_the_first_are_reported_in_one_warning()
    {
        using var log = new CapturedLog();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(log);
        foreach (var (setting, value) in new[]
        {
            ("SecretKey", "test_gsk_fake_shop"), ("CLIENTKEY", "test_gck_fake_shop"), ("ShippingCosts:Jeju", "3000"), ("Currency", "KRW"), ("Mail", "shop@myshop.example"), ("East:Stock", "3"),
            ("webhook:SecretKey", "test_sk_fake_second"), ("webhook:ClientKey", "test_ck_fake_second"), ("LedgerProvider", "Sqlite"),
        })
            builder.Configuration[$"Payment:{setting}"] = value;
        builder.Services.AddPaymentSdk();
        // The name differs by two letters from a setting, but it is the name of a registration.
        builder.Services.AddPaymentSdk("webhook");
        using var host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);
        _ = host.Services.GetRequiredKeyedService<PaymentSdk.Configuration.IPaymentSettingsSource>("").Current;
        await host.StopAsync(TestContext.Current.CancellationToken);

        var warning = Assert.Single(log.Lines, line => line.Level is LogLevel.Warning && line.Text.Contains("are not read", StringComparison.Ordinal));
        Assert.Contains("Payment:Currency, Payment:East, Payment:Mail, Payment:ShippingCosts", warning.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Payment:webhook", warning.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a letter too many", "malll", false, true)]
    [InlineData("two letters swapped", "mlal", false, true)]
    [InlineData("another name", "outlet", false, false)]
    [InlineData("almost the same name, with keys of its own, so of another host", "mall2", true, false)]
    [InlineData("almost the same name, and the registration is restricted itself", "mall2", false, false, "13.124.18.147")]
    public async Task A_restriction_in_a_misspelled_section_of_a_registration_without_restrictions_is_a_fault(string what, string section, bool hasKeys, bool isFault, string? own = null)
    {
        Assert.NotEmpty(what);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Payment:mall:SecretKey"] = "test_gsk_fake_shop";
        builder.Configuration["Payment:mall:ClientKey"] = "test_gck_fake_shop";
        if (own is not null)
            builder.Configuration["Payment:mall:Webhooks:AllowedSources:0"] = own;
        builder.Configuration[$"Payment:{section}:Webhooks:AllowedSources:0"] = "10.0.0.0/8";
        if (hasKeys)
            builder.Configuration[$"Payment:{section}:SecretKey"] = "test_gsk_fake_other";
        builder.Services.AddPaymentSdk("mall");
        using var host = builder.Build();

        if (!isFault)
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            return;
        }

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        var line = Assert.Single(failure.Failures);
        Assert.Contains($"Payment:{section}:Webhooks:AllowedSources is not read", line, StringComparison.Ordinal);
        Assert.Contains("Use Payment:mall:Webhooks:AllowedSources", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_key_of_a_named_registration_is_a_fault()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration["Payment:b:SecretKey"] = "test_gsk_fake_shop";
        builder.Configuration["Payment:b:ClientKey"] = "test_gck_fake_shop";
        builder.Configuration["Payment:b:MerchantOrigin:0"] = "https://a.example";
        builder.Services.AddPaymentSdk("b");
        using var host = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Payment:b:MerchantOrigin is not a setting; Payment:b:MerchantOrigins is", Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

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
    public async Task All_faults_are_reported_together()
    {
        var faults = await StartAsync(
            ("SecretKey", "\uFEFF live_sk_fake_shop"), ("ApiBaseAddress", "http://toss.example"), ("ResultPage", "x"),
            ("AllowCredentials", "maybe"), ("SecurityKeys:0", "short"));

        // Byte order mark, space, two mixed pairs of keys, live key over http, live key to another host, result page, boolean, security key.
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
