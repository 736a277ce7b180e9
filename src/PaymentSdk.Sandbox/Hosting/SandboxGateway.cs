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
/// A gateway that behaves like the Toss Payments API and window, with its own payments and clock. It takes no money.
/// Its methods do the same as the controls under <c>/sandbox</c>, and can be called at any time from any thread.
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

    /// <summary>The first address that the gateway listens on. It is the base URL of the API, the script and the window.</summary>
    public Uri Address => Addresses[0];

    /// <summary>All addresses that the gateway listens on, those of <see cref="SandboxOptions.Urls"/> first.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    /// <summary>The client keys of the shops, in the order of <see cref="SandboxOptions.Keys"/>.</summary>
    public IReadOnlyList<string> ClientKeys => [.. _app.Services.GetRequiredService<Merchants>().All.Select(merchant => merchant.ClientKey)];

    /// <summary>The current time of the gateway's clock.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();

    private PaymentStore Payments => _app.Services.GetRequiredService<PaymentStore>();

    private WebhookQueue Webhooks => _app.Services.GetRequiredService<WebhookQueue>();

    private SandboxClock Clock => _app.Services.GetRequiredService<SandboxClock>();

    /// <summary>Starts a gateway in this process.</summary>
    /// <exception cref="ArgumentException">The options are not valid. The message lists every fault.</exception>
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
            // The addresses that the Kestrel hook added are known only after the start.
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

    /// <summary>
    /// Replaces the origins whose pages can open windows with a client key, as <see cref="SandboxKeyPair.MerchantOrigins"/> does at start.
    /// </summary>
    /// <param name="clientKey">One of <see cref="ClientKeys"/>.</param>
    /// <param name="origins">The origins, in the form that browsers send. If empty, any page can open windows.</param>
    /// <exception cref="ArgumentException">The key is not known, or a text is not an origin. The registered origins are then unchanged.</exception>
    public void RegisterMerchantOrigins(string clientKey, params IReadOnlyList<string> origins)
    {
        var merchants = _app.Services.GetRequiredService<Merchants>();
        var merchant = merchants.ByClientKey(clientKey) ?? throw new ArgumentException("The gateway does not know this client key.", nameof(clientKey));
        if (PageOrigins.Fault(origins) is { } fault)
            throw new ArgumentException(fault + ".", nameof(origins));
        merchants.Register(merchant, new PageOrigins(origins));
    }

    /// <summary>Arms faults after those that are already armed. A refusal of connections starts immediately.</summary>
    /// <exception cref="ArgumentException">A fault cannot affect its operation, or one of its values is out of range.</exception>
    public async Task ArmAsync(params SandboxFault[] faults)
    {
        if (faults.Select(FaultCatalog.Fault).FirstOrDefault(wrong => wrong is not null) is { } wrong)
            throw new ArgumentException(wrong, nameof(faults));
        var board = _app.Services.GetRequiredService<FaultBoard>();
        board.Add(faults);
        if (FaultBoard.Refusal(faults) is { } delay)
            await board.RefuseConnectionsAsync(delay, spared: null).ConfigureAwait(false);
    }

    /// <summary>Clears all faults, and reopens the ports that a fault closed.</summary>
    public void ClearFaults() => _app.Services.GetRequiredService<FaultBoard>().Clear();

    /// <summary>Returns the payments, oldest first; at most the last 10,000.</summary>
    public IReadOnlyList<SandboxPayment> ReadPayments() => [.. Payments.All().Select(payment => payment.Show())];

    /// <summary>
    /// Returns the requests that reached the REST API, oldest first: what a client really sent, including retries; at most the last 10,000.
    /// </summary>
    public IReadOnlyList<SandboxRequest> ReadRequests() => _app.Services.GetRequiredService<RequestLog>().All;

    /// <summary>Returns the webhooks that were sent or are waiting, in the order of their events; at most the last 10,000.</summary>
    public IReadOnlyList<SandboxWebhook> ReadWebhooks() => Webhooks.All;

    /// <summary>The webhook URL of all shops that have none of their own; null if there is none.</summary>
    public string? WebhookUrl => _app.Services.GetRequiredService<WebhookTargets>().All;

    /// <summary>Changes the webhook URL, also for webhooks that are waiting. If null, no webhooks are sent.</summary>
    /// <exception cref="ArgumentException">The URL is not an <c>http</c> or <c>https</c> address.</exception>
    public void SendWebhooksTo(string? url)
    {
        if (SandboxOptions.WebhookFault(url) is { } wrong)
            throw new ArgumentException(wrong, nameof(url));
        _app.Services.GetRequiredService<WebhookTargets>().Set(url);
    }

    /// <summary>
    /// Waits until every webhook that is due has been sent and has been answered or has timed out. Does not wait for webhooks that are due later.
    /// </summary>
    public async Task WhenWebhooksAreSentAsync(CancellationToken cancellationToken = default)
    {
        for (var changed = Webhooks.Changed; Webhooks.IsBusy; changed = Webhooks.Changed)
            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Moves the gateway's clock forward. This does not shorten the delays of answers that faults cause, which use real time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, or all advances together exceed 36,500 days.</exception>
    public void AdvanceClock(TimeSpan by)
    {
        if (!Clock.TryAdvance(by))
            throw new ArgumentOutOfRangeException(nameof(by), by, "The time must not be negative, and all advances together must not exceed 36,500 days.");
    }

    /// <summary>Stops the gateway and discards its state.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal bool AsksForControlToken => _app.Services.GetRequiredService<SandboxOptions>().ControlToken is not null;

    internal Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);
}
