using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Api;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Tests.Client;

/// <summary>A service provider with the payment client, which calls a test server.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string SecretKey = "test_gsk_fake_shop";
    public const string ClientKey = "test_gck_fake_shop";

    public static readonly PaymentKey Key = PaymentKey.Parse("tviva_fake_payment");
    public static readonly OrderId Order = OrderId.Parse("order-0001");

    private readonly ServiceProvider _services;

    public Shop(string address, Action<IServiceCollection>? before = null, Action<IServiceCollection>? after = null, Action<PipelineTimings>? timings = null, Action<PaymentSdkOptions>? settings = null)
    {
        var services = new ServiceCollection();
        before?.Invoke(services);
        services.AddPaymentSdk(options =>
        {
            options.SecretKey = SecretKey;
            options.ClientKey = ClientKey;
            options.ApiBaseAddress = address;
            settings?.Invoke(options);
        });
        services.Configure<PipelineTimings>("", options =>
        {
            options.FirstDelay = TimeSpan.FromMilliseconds(20);
            timings?.Invoke(options);
        });
        after?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    public IPaymentClient Client => _services.GetRequiredService<IPaymentClient>();

    public IPayments Payments => Client.Payments;

    public Task<Payment> ConfirmAsync(RequestOptions? options = null, CancellationToken? cancellationToken = null) => Payments.ConfirmAsync(
        new ConfirmRequest { PaymentKey = Key, OrderId = Order, Amount = 15000.00m },
        options,
        cancellationToken ?? TestContext.Current.CancellationToken);

    public Task<Payment> CancelAsync() => Payments.CancelAsync(
        Key,
        new CancelRequest { CancelReason = "buyer asked", IdempotencyKey = IdempotencyKey.New() },
        cancellationToken: TestContext.Current.CancellationToken);

    public Task<Payment> GetAsync() => Payments.GetAsync(Key, cancellationToken: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
