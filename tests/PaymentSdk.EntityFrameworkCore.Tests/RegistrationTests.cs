using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

public sealed class RegistrationTests : IDisposable
{
    private readonly TemporaryDatabase _file = new();
    private readonly TemporaryDatabase _other = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _file.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task The_ledger_of_the_default_registration_is_found_with_and_without_its_name()
    {
        await using var host = await LedgerHost.StartAsync(_file);

        Assert.Same(host.Ledger, host.Services.GetRequiredKeyedService<IOrderLedger>(""));
    }

    [Fact]
    public async Task Two_registrations_keep_their_ledgers_in_databases_of_their_own()
    {
        await using var host = await LedgerHost.StartAsync(_file, builder => builder.Services
            .AddPaymentSdk("b", options =>
            {
                options.SecretKey = "test_gsk_fake_other";
                options.ClientKey = "test_gck_fake_other";
            })
            .AddEntityFrameworkLedger(LedgerHost.Sqlite(_other), ledger => ledger.MigrateAtStart = true));
        var other = host.Services.GetRequiredKeyedService<IOrderLedger>("b");

        var orderId = await Opened.StoreAsync(other);

        Assert.Null(await host.Ledger.FindAsync(Opened.Merchant, orderId, Ct));
        Assert.NotNull(await other.FindAsync(Opened.Merchant, orderId, Ct));
    }
}
