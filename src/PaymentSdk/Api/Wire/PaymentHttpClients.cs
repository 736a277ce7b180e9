using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.Api.Wire;

/// <summary>
/// Creates the HTTP client of one registration only from what is set on <c>AddPaymentSdk().HttpClient</c>. It has its own
/// <see cref="IHttpClientFactory"/>, because the host's factory applies the host's defaults and filters to every client.
/// </summary>
internal sealed class PaymentHttpClients : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly IHttpClientFactory _factory;
    private readonly PaymentRegistration _registration;

    private PaymentHttpClients(ServiceProvider services, PaymentRegistration registration)
    {
        _services = services;
        _factory = services.GetRequiredService<IHttpClientFactory>();
        _registration = registration;
    }

    /// <summary>Reads the host's HTTP defaults, logs those that are not used, and prepares the client.</summary>
    /// <exception cref="InvalidOperationException">The host sets a primary handler
    /// for every client, and does not say whether payments use it.</exception>
    public static PaymentHttpClients Create(IServiceProvider host, PaymentRegistration registration)
    {
        var defaults = HttpDefaults.Read(host, registration);
        var logger = SafeLogger.Of(host, "PaymentSdk.IPaymentClient");
        if (!registration.IgnoresHttpClientDefaults && defaults.PrimaryHandler is { } primary && !defaults.OwnPrimaryHandler)
            throw new InvalidOperationException(HttpDefaultsText.Undecided(registration, primary));
        if (defaults.LeftOut.Count > 0)
            Tell(logger, registration, defaults.LeftOut);
        return new PaymentHttpClients(Build(host, registration, defaults), registration);
    }

    /// <summary>Creates a client for one call. Its handlers are shared and live for the handler lifetime.</summary>
    /// <exception cref="InvalidOperationException">
    /// A handler cannot be created, or the primary handler follows redirects or keeps cookies and can no longer be changed.
    /// </exception>
    public HttpClient Create()
    {
        try
        {
            return _factory.CreateClient(_registration.HttpClientName);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"The HTTP client of {_registration.AddedBy} cannot be created: {failure.Message} Check what is set on {_registration.AddedBy}.HttpClient.", failure);
        }
    }

    public void Dispose() => _services.Dispose();

    private static void Tell(SafeLogger logger, PaymentRegistration registration, IReadOnlyList<LeftOutDefault> leftOut)
    {
        if (leftOut.Where(one => one.IsUsual).ToList() is { Count: > 0 } usual)
            Log.UsualHttpDefaultsLeftOut(logger, registration.AddedBy, HttpDefaultsText.List(usual));
        if (leftOut.Where(one => !one.IsUsual).ToList() is not { Count: > 0 } others)
            return;
        if (registration.IgnoresHttpClientDefaults)
            Log.HttpDefaultsIgnored(logger, registration.AddedBy, HttpDefaultsText.List(others));
        else
            Log.HttpDefaultsLeftOut(logger, registration.AddedBy, HttpDefaultsText.List(others));
    }

    private static ServiceProvider Build(IServiceProvider host, PaymentRegistration registration, HttpDefaults defaults)
    {
        var services = new ServiceCollection();
        services.AddSingleton(host.GetRequiredService<ILoggerFactory>());
        if (host.GetService<IMeterFactory>() is { } meters)
            services.AddSingleton(meters);
        services.AddHttpClient();
        foreach (var own in defaults.Own)
            services.AddSingleton(own);
        foreach (var own in defaults.OwnPost)
            services.AddSingleton(own);
        // The pipeline has its own timeouts. A timeout of HttpClient would end a call without a record of its outcome.
        services.Configure<HttpClientFactoryOptions>(registration.HttpClientName, options =>
            options.HttpClientActions.Add(http => http.Timeout = Timeout.InfiniteTimeSpan));
        services.AddScoped(_ => new HostScope(host.GetRequiredService<IServiceScopeFactory>().CreateScope()));
        services.Replace(ServiceDescriptor.Transient<HttpMessageHandlerBuilder>(provider => new PaymentHandlerBuilder(
            provider.GetRequiredService<HostScope>().Services, registration, host.GetRequiredService<TimeProvider>())));
        return services.BuildServiceProvider();
    }

    /// <summary>The scope of the host's services from which the handlers of one chain are created.</summary>
    private sealed class HostScope(IServiceScope scope) : IDisposable
    {
        public IServiceProvider Services => scope.ServiceProvider;

        public void Dispose() => scope.Dispose();
    }
}

/// <summary>
/// Builds one chain of handlers: those of <see cref="PaymentPipeline"/>, those of the shop, the recording handler, and the primary handler,
/// on which the rules for payments are enforced.
/// </summary>
internal sealed class PaymentHandlerBuilder(IServiceProvider services, PaymentRegistration registration, TimeProvider time) : HttpMessageHandlerBuilder
{
    public override string? Name { get; set; }

    public override HttpMessageHandler PrimaryHandler { get; set; } = PrimaryHandlerRules.CreateDefault();

    public override IList<DelegatingHandler> AdditionalHandlers { get; } = [];

    public override IServiceProvider Services => services;

    public override HttpMessageHandler Build()
    {
        PrimaryHandlerRules.Enforce(PrimaryHandler, registration);
        return CreateHandlerPipeline(PrimaryHandler, [.. AdditionalHandlers, new RecordingHandler(time)]);
    }
}

/// <summary>Writes the texts about HTTP defaults of the host that the payment client does not use.</summary>
internal static class HttpDefaultsText
{
    public static string List(IEnumerable<LeftOutDefault> leftOut) => string.Join("; ", leftOut.Select(one => $"{one.What} (add it with {one.Line})"));

    public static string Undecided(PaymentRegistration registration, string primary) =>
        $"The host gives every HTTP client a primary handler ({primary}), but the payment client does not use host defaults, so it would connect without that handler. "
        + "Add one of two calls in Program.cs: "
        + $"{registration.AddedBy}.HttpClient.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler {{ … }}), to give payments a proxy, a private CA or a test double of their own; or "
        + $"{registration.AddedBy}.IgnoreHttpClientDefaults(), when it is not meant for payments.";
}

/// <summary>
/// The handler next to the primary handler, inside all handlers of the shop. It sends nothing after the last permitted moment, removes headers
/// that would change the answer, reads the answer completely, and records the result of each send.
/// </summary>
internal sealed class RecordingHandler(TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (call.Options.Checkout?.LastSendTimestamp is { } last && time.GetTimestamp() > last)
            throw new SendWindowClosedException();
        CheckAddress(call, request);
        Clean(request.Headers);
        HttpResponseMessage? response = null;
        try
        {
            response = await ExchangeAsync(call, request, cancellationToken).ConfigureAwait(false);
            call.Record(await ApiAnswer.ReadAsync(call, response, cancellationToken).ConfigureAwait(false), response);
            return response;
        }
        catch (Exception exception)
        {
            response?.Dispose();
            call.Record(CallFailure.Of(exception), exception);
            throw;
        }
    }

    // HttpClient would read the body outside of every handler and timeout, and a stalled body would hang forever (docs/spec/failures.md §2).
    private async Task<HttpResponseMessage> ExchangeAsync(ApiCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (response.RequestMessage?.RequestUri is { } answered && !ReferenceEquals(answered, asked) && answered.AbsoluteUri != asked.AbsoluteUri)
                throw Redirected(answered);
            await response.Content.LoadIntoBufferAsync(call.Operation.LargestAnswer, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
        finally
        {
            // A redirect changes the address of the message. The next send of the call must not go to that address.
            request.RequestUri = asked;
        }
    }

    private static InvalidOperationException Redirected(Uri answered) =>
        new($"The primary handler followed a redirect to {answered.GetLeftPart(UriPartial.Authority)}: the server there is not the payment API. Turn off redirects in the handler.");

    // A handler may change the address of a test call (test double, service
    // discovery), but never that of a call with a live key (docs/spec/money.md §10).
    private static void CheckAddress(ApiCall call, HttpRequestMessage request)
    {
        if (!call.Secret.IsTest && request.RequestUri is { } address && !(address.Scheme == Uri.UriSchemeHttps && AddressRules.IsProviders(address)))
            throw new InvalidOperationException($"A handler of the payment client sends the request to {address.GetLeftPart(UriPartial.Authority)}, and a live key is configured. A live key is sent to hosts of tosspayments.com over https only. Remove the handler.");
    }

    // An encoding would make the answer unreadable, and a cookie would belong to other requests.
    private static void Clean(HttpRequestHeaders headers)
    {
        headers.AcceptEncoding.Clear();
        headers.Remove("Cookie");
    }
}
