using Microsoft.AspNetCore.Http;

namespace PaymentSdk.Sandbox.Http;

/// <summary>The address that links to the gateway begin with: the public one, else the one that it is called at.</summary>
internal sealed class PublicBase(SandboxOptions options)
{
    /// <summary>Where it listens first, for what no request asked for.</summary>
    public string? Listening { get; set; }

    /// <summary>Without a path and a slash behind it.</summary>
    public string Of(HttpRequest? request) =>
        options.PublicAddress?.TrimEnd('/') ?? (request is null ? Listening ?? "http://localhost" : $"{request.Scheme}://{request.Host}");
}
