using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Origins;

public sealed class ReloadTests
{
    [Fact]
    public async Task A_change_of_the_configuration_is_in_force_at_once()
    {
        await using var host = await Start();

        Reload(host, "https://new.example");

        Assert.Equal((200, 403), (await Status(host, "https://new.example"), await Status(host, "https://old.example")));
    }

    [Theory]
    [InlineData("https://new.example/")]
    [InlineData("*")]
    [InlineData("")]
    public async Task A_bad_change_keeps_the_last_good_origins_and_says_why(string bad)
    {
        await using var host = await Start();

        Reload(host, bad);

        Assert.Equal((200, 403), (await Status(host, "https://old.example"), await Status(host, "https://new.example")));
        Assert.Contains(host.Log.All, line => line.Text.Contains("Payment:MerchantOrigins:0", StringComparison.Ordinal));
        Reload(host, "https://new.example");
        Assert.Equal(200, await Status(host, "https://new.example"));
    }

    [Fact]
    public async Task A_source_is_read_again_when_its_token_fires()
    {
        var source = new TableSource("https://one.example");
        await using var host = await Start(source);

        source.Change("https://two.example");

        Assert.Equal((403, 200, 200), (await Status(host, "https://one.example"), await Status(host, "https://two.example"), await Status(host, "https://old.example")));
        source.Change("https://three.example");
        Assert.Equal(200, await Status(host, "https://three.example"));
    }

    [Fact]
    public async Task A_bad_list_of_a_source_keeps_the_last_good_origins_and_says_why()
    {
        var source = new TableSource("https://one.example");
        await using var host = await Start(source);

        source.Change("https://Two.example/pay");

        Assert.Equal(200, await Status(host, "https://one.example"));
        Assert.Single(host.Log.Of(1002), line => line.Contains("TableSource origin 1: 'https://Two.example/pay' cannot be registered", StringComparison.Ordinal)
            && line.Contains("Write https://two.example instead", StringComparison.Ordinal));
        source.Change("https://two.example");
        Assert.Equal(200, await Status(host, "https://two.example"));
    }

    [Fact]
    public async Task An_unavailable_source_keeps_the_last_good_origins_and_is_read_again_later()
    {
        var source = new TableSource("https://one.example");
        var time = new FakeTimeProvider();
        await using var host = await Start(source, time);
        source.IsUnavailable = true;

        source.Change("https://two.example");

        Assert.Equal(200, await Status(host, "https://one.example"));
        Assert.Single(host.Log.Of(1003));
        source.IsUnavailable = false;
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal((403, 200), (await Status(host, "https://one.example"), await Status(host, "https://two.example")));
    }

    [Fact]
    public async Task A_source_can_be_made_by_the_hosts_services()
    {
        await using var host = await ProtectedHost.StartAsync(
            app => app.MapShop(),
            builder =>
            {
                builder.Services.AddSingleton(new Table("https://table.example"));
                builder.Services.AddPaymentSdk().AddMerchantOrigins<TableOfServices>();
            },
            origins: []);

        Assert.Equal(200, await Status(host, "https://table.example"));
    }

    [Fact]
    public async Task A_platform_without_merchants_yet_may_start_empty()
    {
        var source = new TableSource();
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop(), builder => builder.Services.AddPaymentSdk().AddMerchantOrigins(source), origins: []);

        source.Change("https://first.example");

        Assert.Equal(200, await Status(host, "https://first.example"));
    }

    [Fact]
    public async Task A_source_whose_tokens_have_always_fired_does_not_hang_the_host()
    {
        await using var host = await Start(new RestlessSource());

        Assert.Equal(200, await Status(host, "https://restless.example"));
    }

    [Fact]
    public async Task Requests_during_reloads_see_the_old_set_or_the_new_one()
    {
        var source = new TableSource("https://a.example", "https://always.example");
        await using var host = await Start(source);
        using var stop = new CancellationTokenSource();
        var changing = Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++)
                source.Change(i % 2 == 0 ? ["https://b.example", "https://always.example"] : ["https://a.example", "https://always.example"]);
            stop.Cancel();
        }, TestContext.Current.CancellationToken);

        while (!stop.IsCancellationRequested)
        {
            Assert.Equal(200, await Status(host, "https://always.example"));
            Assert.Contains(await Status(host, "https://a.example"), new[] { 200, 403 });
            Assert.Equal(403, await Status(host, "https://never.example"));
        }

        await changing;
        Assert.Equal((200, 403), (await Status(host, "https://a.example"), await Status(host, "https://b.example")));
    }

    private static Task<ProtectedHost> Start(IMerchantOriginSource? source = null, TimeProvider? time = null) => ProtectedHost.StartAsync(
        app => app.MapShop(),
        builder =>
        {
            if (time is not null)
                builder.Services.AddSingleton(time);
            if (source is not null)
                builder.Services.AddPaymentSdk().AddMerchantOrigins(source);
        },
        origins: [],
        settings: new Dictionary<string, string?> { ["Payment:MerchantOrigins:0"] = "https://old.example" });

    private static void Reload(ProtectedHost host, string origin)
    {
        var configuration = (IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>();
        configuration["Payment:MerchantOrigins:0"] = origin;
        configuration.Reload();
    }

    private static async Task<int> Status(ProtectedHost host, string origin) =>
        (await host.SendAsync("GET", "/api/orders/1", "", $"Origin: {origin}")).Status;

    private sealed class TableSource(params string[] origins) : IMerchantOriginSource
    {
        private readonly Lock _changing = new();
        private string[] _origins = origins;
        private CancellationTokenSource _changed = new();

        public bool IsUnavailable { get; set; }

        public MerchantOriginList GetOrigins()
        {
            if (IsUnavailable)
                throw new InvalidOperationException("The table cannot be read.");
            lock (_changing)
                return new MerchantOriginList(_origins, new CancellationChangeToken(_changed.Token));
        }

        public void Change(params string[] origins)
        {
            CancellationTokenSource fired;
            lock (_changing)
            {
                _origins = origins;
                (fired, _changed) = (_changed, new CancellationTokenSource());
            }

            fired.Cancel();
        }
    }

    private sealed record Table(string Origin);

    private sealed class TableOfServices(Table table) : IMerchantOriginSource
    {
        public MerchantOriginList GetOrigins() => new([table.Origin], new CancellationChangeToken(CancellationToken.None));
    }

    private sealed class RestlessSource : IMerchantOriginSource
    {
        public MerchantOriginList GetOrigins() => new(["https://restless.example"], new CancellationChangeToken(new CancellationToken(canceled: true)));
    }
}
