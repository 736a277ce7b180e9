using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Configuration;

namespace PaymentSdk;

/// <summary>What <c>AddPaymentSdk</c> returns: one registration, to which origins, a ledger and more are added.</summary>
public sealed class PaymentSdkBuilder
{
    private readonly PaymentRegistration _registration;

    internal PaymentSdkBuilder(IServiceCollection services, PaymentRegistration registration, IHttpClientBuilder httpClient)
    {
        Services = services;
        HttpClient = httpClient;
        _registration = registration;
    }

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The name of this registration; empty for the default one.</summary>
    public string Name => _registration.Name;

    /// <summary>
    /// The HTTP client that this registration calls the API with. It takes what is set here and none of the host's defaults
    /// (<c>ConfigureHttpClientDefaults</c>, filters); what is left out is logged at start. A proxy, a private CA or a test double is a
    /// primary handler. Whatever is set, redirects, cookies, encodings and timeouts stay those of the payment client. Handlers that
    /// are added here run outside of any request too: recovery, webhooks and reconciliation call the API.
    /// </summary>
    /// <example>
    /// <code>
    /// builder.Services.AddPaymentSdk().HttpClient
    ///     .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { Proxy = new WebProxy("http://proxy.internal:3128") });
    /// </code>
    /// </example>
    public IHttpClientBuilder HttpClient { get; }

    /// <summary>
    /// Says that a primary handler, filters and other settings that the host has for all its HTTP clients are not meant for payments.
    /// Without it, a primary handler for every client (a proxy, a private CA, a test double) stops the host, unless
    /// <see cref="HttpClient"/> has one of its own.
    /// </summary>
    /// <returns>This registration.</returns>
    public PaymentSdkBuilder IgnoreHttpClientDefaults()
    {
        _registration.IgnoresHttpClientDefaults = true;
        return this;
    }
}
