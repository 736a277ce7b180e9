using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaymentSdk.Configuration;

namespace PaymentSdk.Tests.Client;

public sealed class ReloadTests : IDisposable
{
    private readonly ConfigurationManager _configuration = new();
    private readonly CapturedLog _log = new();
    private readonly ServiceProvider _services;

    public ReloadTests()
    {
        _configuration["Payment:SecretKey"] = "test_gsk_fake_shop";
        _configuration["Payment:ClientKey"] = "test_gck_fake_shop";
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(_configuration).AddLogging(logging => logging.AddProvider(_log));
        services.AddPaymentSdk();
        _services = services.BuildServiceProvider();
    }

    private IPaymentSettingsSource Settings => _services.GetRequiredKeyedService<IPaymentSettingsSource>("");

    private string[] Errors => [.. _log.Lines.Where(line => line.Level is LogLevel.Error).Select(line => line.Text)];

    [Fact]
    public void A_good_reload_is_used_by_the_next_request()
    {
        var monitor = _services.GetRequiredService<IOptionsMonitor<PaymentSdkOptions>>();
        Assert.Equal("test_gck_fake_shop", Settings.Current.ClientKey);
        Assert.Equal("test_gck_fake_shop", monitor.CurrentValue.ClientKey);
        var changed = Settings.GetReloadToken();

        Reload(("ClientKey", "test_gck_fake_new"), ("PreviousSecretKeys:0", "test_gsk_fake_old"));

        Assert.Equal("test_gck_fake_new", Settings.Current.ClientKey);
        Assert.Equal(2, Settings.Current.SecretKeys.Count);
        Assert.Equal("test_gck_fake_new", monitor.CurrentValue.ClientKey);
        Assert.True(changed.HasChanged);
        Assert.Empty(Settings.ReloadFaults);
    }

    [Fact]
    public void A_bad_reload_keeps_the_last_good_settings_and_logs_every_fault_once()
    {
        var good = Settings.Current;

        Reload(("SecretKey", "test_gck_fake_wrong"), ("ResultPage", "nowhere"));
        Reload();

        Assert.Same(good, Settings.Current);
        Assert.Equal(2, Settings.ReloadFaults.Count);
        var line = Assert.Single(Errors);
        Assert.Contains("Payment:SecretKey is 'test_gck_…'", line);
        Assert.Contains("Payment:ResultPage is 'nowhere'", line);
        Assert.DoesNotContain("fake_wrong", line);
    }

    [Fact]
    public void A_reload_that_would_open_the_webhooks_keeps_the_restriction_and_logs_an_error()
    {
        Reload(("Webhooks:AllowedSources:0", "10.0.0.0/8"));
        var restricted = Settings.Current;

        Reload(("Webhooks:AllowedSources", "10.0.0.0/8,11.0.0.0/8"));

        Assert.Same(restricted, Settings.Current);
        Assert.False(Settings.Current.WebhookSources.Allow(System.Net.IPAddress.Parse("192.0.2.1")));
        Assert.Contains("Payment:Webhooks:AllowedSources is the text", Assert.Single(Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_reload_after_a_bad_one_ends_the_degraded_state()
    {
        _ = Settings.Current;
        Reload(("SecretKey", "broken"));

        Reload(("SecretKey", "test_gsk_fake_next"));

        Assert.Empty(Settings.ReloadFaults);
        Assert.Equal("test_gsk_fake_next", Settings.Current.SecretKey.Reveal());
    }

    public void Dispose()
    {
        _services.Dispose();
        _configuration.Dispose();
    }

    private void Reload(params (string Setting, string Value)[] settings)
    {
        foreach (var (setting, value) in settings)
            _configuration[$"Payment:{setting}"] = value;
        ((IConfigurationRoot)_configuration).Reload();
    }
}
