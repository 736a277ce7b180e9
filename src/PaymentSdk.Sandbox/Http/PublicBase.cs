using Microsoft.AspNetCore.Http;

namespace PaymentSdk.Sandbox.Http;

/// <summary>The base URL of links to the gateway: the public address, or else the address of the request.</summary>
internal sealed class PublicBase(SandboxOptions options)
{
    /// <summary>The first address that the gateway listens on, for links that are created without a request.</summary>
    public string? Listening { get; set; }

    /// <summary>Returns the base URL, without a path or a trailing slash.</summary>
    public string Of(HttpRequest? request) =>
        options.PublicAddress?.TrimEnd('/') ?? (request is null ? Listening ?? "http://localhost" : $"{request.Scheme}://{request.Host}");
}
