using System.Net;
using PaymentSdk.Configuration;

namespace PaymentSdk.Api.Wire;

/// <summary>
/// The rules for the primary handler, including one that the shop sets: no redirects, no cookies, no decompression, no answers to authentication
/// challenges.
/// </summary>
internal static class PrimaryHandlerRules
{
    public static SocketsHttpHandler CreateDefault() => new()
    {
        // Without a propagator, the framework creates no span of the call. That span would contain the whole URL with its payment key.
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(15),
    };

    /// <exception cref="InvalidOperationException">The handler violates the rules and has already sent requests, so it cannot be changed.</exception>
    public static void Enforce(HttpMessageHandler handler, PaymentRegistration registration)
    {
        try
        {
            switch (handler)
            {
                case SocketsHttpHandler sockets:
                    Enforce(sockets);
                    break;
                case HttpClientHandler client:
                    Enforce(client);
                    break;
                case DelegatingHandler { InnerHandler: { } inner }:
                    Enforce(inner, registration);
                    break;
            }
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException(
                $"The primary handler of {registration.AddedBy}.HttpClient ({handler.GetType().Name}) follows redirects, keeps cookies, decompresses answers or answers challenges, "
                + "and it has already sent requests, so its settings cannot be changed. Give the payment client a handler of its own.",
                exception);
        }
    }

    // Only differing settings are changed: a shared handler is checked again after it has sent requests, and then refuses every change.
    private static void Enforce(SocketsHttpHandler handler)
    {
        if (handler.AllowAutoRedirect)
            handler.AllowAutoRedirect = false;
        if (handler.UseCookies)
            handler.UseCookies = false;
        if (handler.AutomaticDecompression is not DecompressionMethods.None)
            handler.AutomaticDecompression = DecompressionMethods.None;
        if (handler.Credentials is not null)
            handler.Credentials = null;
        if (handler.ActivityHeadersPropagator is not null)
            handler.ActivityHeadersPropagator = null;
    }

    private static void Enforce(HttpClientHandler handler)
    {
        if (handler.AllowAutoRedirect)
            handler.AllowAutoRedirect = false;
        if (handler.UseCookies)
            handler.UseCookies = false;
        if (handler.AutomaticDecompression is not DecompressionMethods.None)
            handler.AutomaticDecompression = DecompressionMethods.None;
        if (handler.UseDefaultCredentials)
            handler.UseDefaultCredentials = false;
        if (handler.Credentials is not null)
            handler.Credentials = null;
    }
}
