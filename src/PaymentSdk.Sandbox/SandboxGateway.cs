using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Sandbox.Books;

namespace PaymentSdk.Sandbox;

/// <summary>
/// A gateway that speaks the wire of the Toss Payments API and window, with its own books and clock. It takes no money.
/// Its methods do what the <c>/sandbox</c> controls do; all of them may be called at any time from any thread.
/// </summary>
public sealed class SandboxGateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SandboxGateway(WebApplication app)
    {
        _app = app;
        Addresses = [.. app.Urls.Select(Listening.Reachable)];
    }

    /// <summary>The first address that the gateway listens on; the base of API, script and window.</summary>
    public Uri Address => Addresses[0];

    /// <summary>Every address, those of <see cref="SandboxOptions.Urls"/> first.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    /// <summary>The gateway's time.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();

    private PaymentBooks Books => _app.Services.GetRequiredService<PaymentBooks>();

    private SandboxClock Clock => _app.Services.GetRequiredService<SandboxClock>();

    /// <summary>Starts a gateway in this process.</summary>
    /// <exception cref="ArgumentException">The options are wrong; the message lists every fault.</exception>
    /// <exception cref="IOException">An address is in use.</exception>
    public static async Task<SandboxGateway> StartAsync(
        Action<SandboxOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var options = new SandboxOptions();
        configure?.Invoke(options);
        var app = SandboxHost.Build(options);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new SandboxGateway(app);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Makes a payment that a buyer has already authenticated, without a browser.</summary>
    /// <returns>The payment key.</returns>
    /// <exception cref="ArgumentException">The request is not one that the window could have made.</exception>
    public string AuthenticatePayment(SandboxPaymentRequest request) =>
        AuthenticatedPayment.Make(Books, _app.Services.GetRequiredService<Merchants>(), request).PaymentKey;

    /// <inheritdoc cref="AuthenticatePayment(SandboxPaymentRequest)"/>
    public string AuthenticatePayment(string orderId, decimal amount) => AuthenticatePayment(new SandboxPaymentRequest(orderId, amount));

    /// <summary>The books: every payment, oldest first.</summary>
    public IReadOnlyList<SandboxPayment> ReadBooks() => [.. Books.All().Select(SandboxPayment.Of)];

    /// <summary>Moves the gateway's clock forward. Delays of faults run on real time and are not shortened by it.</summary>
    public void AdvanceClock(TimeSpan by) => Clock.Advance(by);

    /// <summary>Stops listening and forgets everything.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);
}
