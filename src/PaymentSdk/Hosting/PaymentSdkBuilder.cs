using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Configuration;

namespace PaymentSdk;

/// <summary>The builder of one registration, which <c>AddPaymentSdk</c> returns. Add merchant origins, a ledger and other parts to it.</summary>
public sealed class PaymentSdkBuilder
{
    private readonly PaymentRegistration _registration;

    internal PaymentSdkBuilder(IServiceCollection services, PaymentRegistration registration, IHttpClientBuilder httpClient)
    {
        Services = services;
        HttpClient = httpClient;
        _registration = registration;
    }

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The name of this registration; empty for the default one.</summary>
    public string Name => _registration.Name;

    /// <summary>
    /// The builder of the HTTP client with which this registration calls the API. The client uses what is set here and none of the host's defaults
    /// (<c>ConfigureHttpClientDefaults</c>, filters); the defaults that it leaves out are logged at start. Set a primary handler for a proxy, a
    /// private CA or a test double. Redirects, cookies, encodings and timeouts remain those of the payment client, whatever is set here. Handlers
    /// that are added here also run outside of requests, because recovery, webhooks and reconciliation call the API.
    /// </summary>
    /// <example>
    /// <code>
    /// builder.Services.AddPaymentSdk().HttpClient
    ///     .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { Proxy = new WebProxy("http://proxy.internal:3128") });
    /// </code>
    /// </example>
    public IHttpClientBuilder HttpClient { get; }

    /// <summary>
    /// Declares that the primary handler, the filters and the other settings that the host has for all its HTTP clients are not meant for payments.
    /// Without this call, a primary handler for every client (a proxy, a private CA, a test double) prevents the host from starting, unless
    /// <see cref="HttpClient"/> has its own primary handler.
    /// </summary>
    /// <returns>This registration.</returns>
    public PaymentSdkBuilder IgnoreHttpClientDefaults()
    {
        _registration.IgnoresHttpClientDefaults = true;
        return this;
    }
}
