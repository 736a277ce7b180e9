using System.Net;
using PaymentSdk.Configuration;

namespace PaymentSdk.Api.Wire;

/// <summary>What money needs of the handler that owns the sockets, whoever made it: no redirects, no cookies, no encodings, no answers to challenges.</summary>
internal static class PrimaryHandlerRules
{
    public static SocketsHttpHandler CreateDefault() => new()
    {
        // No propagator: the built-in span of a call carries its whole address, and that names payment keys.
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(15),
    };

    /// <exception cref="InvalidOperationException">The handler has sent requests already, and what it does cannot be changed any more.</exception>
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
                + "and it has sent requests already, so that this cannot be changed. Give the payment client a handler of its own.",
                exception);
        }
    }

    // Only what differs is set: a handler that has sent requests refuses every change, and a shared one is seen here again.
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
