using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Delivery;
using PaymentSdk.Sandbox.Faults;
using PaymentSdk.Sandbox.Hosting;
using PaymentSdk.Sandbox.Http;
using PaymentSdk.Sandbox.Stores;
using PaymentSdk.Sandbox.Values;

namespace PaymentSdk.Sandbox;

/// <summary>
/// A gateway that speaks the wire of the Toss Payments API and window, with its own books and clock. It takes no money.
/// Its methods do what the <c>/sandbox</c> controls do; all of them may be called at any time from any thread.
/// </summary>
public sealed partial class SandboxGateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SandboxGateway(WebApplication app)
    {
        _app = app;
        Addresses = [.. app.Urls.Select(Listening.Reachable)];
        app.Services.GetRequiredService<PublicBase>().Listening = Address.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>The first address that the gateway listens on; the base of API, script and window.</summary>
    public Uri Address => Addresses[0];

    /// <summary>Every address, those of <see cref="SandboxOptions.Urls"/> first.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    /// <summary>The client keys of the shops that the gateway knows, in the order given.</summary>
    public IReadOnlyList<string> ClientKeys => [.. _app.Services.GetRequiredService<Merchants>().All.Select(merchant => merchant.ClientKey)];

    /// <summary>The gateway's time.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();

    private PaymentStore Books => _app.Services.GetRequiredService<PaymentStore>();

    private WebhookQueue Webhooks => _app.Services.GetRequiredService<WebhookQueue>();

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
            // Those that the Kestrel hook added are known only now.
            if (app.Urls.Select(options.OpenControls).FirstOrDefault(fault => fault is not null) is { } fault)
                throw new ArgumentException($"The sandbox cannot start. {fault}", nameof(configure));
            return new SandboxGateway(app);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Replaces the origins whose pages may open windows with a client key: <see cref="SandboxKeyPair.MerchantOrigins"/>, live.</summary>
    /// <param name="clientKey">One of <see cref="ClientKeys"/>.</param>
    /// <param name="origins">Written as a browser writes them; empty: any page may.</param>
    /// <exception cref="ArgumentException">The key is not known, or a text is no origin; what was registered stays.</exception>
    public void RegisterMerchantOrigins(string clientKey, params IReadOnlyList<string> origins)
    {
        var merchants = _app.Services.GetRequiredService<Merchants>();
        var merchant = merchants.ByClientKey(clientKey) ?? throw new ArgumentException("The gateway does not know this client key.", nameof(clientKey));
        if (PageOrigins.Fault(origins) is { } fault)
            throw new ArgumentException(fault + ".", nameof(origins));
        merchants.Register(merchant, new PageOrigins(origins));
    }

    /// <summary>Arms faults behind those armed before; a refused connection begins at once.</summary>
    /// <exception cref="ArgumentException">A fault cannot strike its operation, or a value of it is out of range.</exception>
    public async Task ArmAsync(params SandboxFault[] faults)
    {
        if (faults.Select(FaultCatalog.Fault).FirstOrDefault(wrong => wrong is not null) is { } wrong)
            throw new ArgumentException(wrong, nameof(faults));
        var board = _app.Services.GetRequiredService<FaultBoard>();
        board.Add(faults);
        if (FaultBoard.Refusal(faults) is { } delay)
            await board.RefuseConnectionsAsync(delay, spared: null).ConfigureAwait(false);
    }

    /// <summary>Clears all faults. A port that is shut opens when its time is over.</summary>
    public void ClearFaults() => _app.Services.GetRequiredService<FaultBoard>().Clear();

    /// <summary>Every payment, oldest first; the last 10,000 at most.</summary>
    public IReadOnlyList<SandboxPayment> ReadBooks() => [.. Books.All().Select(payment => payment.Show())];

    /// <summary>The requests that reached the REST API, oldest first: what a client really sent, resends included; the last 10,000 at most.</summary>
    public IReadOnlyList<SandboxRequest> ReadRequests() => _app.Services.GetRequiredService<RequestLog>().All;

    /// <summary>The webhooks that were sent or are about to be, in the order in which they happened; the last 10,000 at most.</summary>
    public IReadOnlyList<SandboxWebhook> ReadWebhooks() => Webhooks.All;

    /// <summary>Where webhooks go, except those of shops with an address of their own; null sends none.</summary>
    public string? WebhookUrl => _app.Services.GetRequiredService<WebhookTargets>().All;

    /// <summary>Changes where webhooks go, those that wait included; null sends none.</summary>
    /// <exception cref="ArgumentException">It is not an <c>http</c> or <c>https</c> address.</exception>
    public void SendWebhooksTo(string? url)
    {
        if (SandboxOptions.WebhookFault(url) is { } wrong)
            throw new ArgumentException(wrong, nameof(url));
        _app.Services.GetRequiredService<WebhookTargets>().Set(url);
    }

    /// <summary>Waits until every webhook that is due was sent and answered, or not answered. Those that wait for a later time stay.</summary>
    public async Task WhenWebhooksAreSentAsync(CancellationToken cancellationToken = default)
    {
        for (var changed = Webhooks.Changed; Webhooks.IsBusy; changed = Webhooks.Changed)
            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Moves the gateway's clock forward. Delays of faults run on real time and are not shortened by it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, or all advances together are more than 36,500 days.</exception>
    public void AdvanceClock(TimeSpan by)
    {
        if (!Clock.TryAdvance(by))
            throw new ArgumentOutOfRangeException(nameof(by), by, "Advance by a time that is not negative, at most 36,500 days in all.");
    }

    /// <summary>Stops the gateway. Nothing of it is kept.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal bool AsksForControlToken => _app.Services.GetRequiredService<SandboxOptions>().ControlToken is not null;

    internal Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);
}
