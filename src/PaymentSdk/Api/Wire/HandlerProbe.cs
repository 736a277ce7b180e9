using Microsoft.Extensions.Http;

namespace PaymentSdk.Api.Wire;

/// <summary>A handler builder that never builds a handler. It records the changes that are made to it.</summary>
internal sealed class HandlerProbe(IServiceProvider services, string name) : HttpMessageHandlerBuilder, IDisposable
{
    private readonly SocketsHttpHandler _given = new();
    private HttpMessageHandler? _primary;

    public override string? Name { get; set; } = name;

    /// <summary>Whether the primary handler was replaced, or read and possibly changed in place.</summary>
    public bool PrimaryWasUsed { get; private set; }

    public override HttpMessageHandler PrimaryHandler
    {
        get
        {
            PrimaryWasUsed = true;
            return _primary ?? _given;
        }

        set
        {
            PrimaryWasUsed = true;
            _primary = value;
        }
    }

    public override IList<DelegatingHandler> AdditionalHandlers { get; } = [];

    public override IServiceProvider Services => services;

    /// <summary>Describes the change of the primary handler; null when it was not replaced and connects as before.</summary>
    public string? Primary()
    {
        if (_primary is not null && !ReferenceEquals(_primary, _given))
            return TypeName.Of(_primary);
        var changed = Changes().Where(change => change.Value).Select(change => change.Key).ToList();
        return changed.Count == 0 ? null : $"SocketsHttpHandler with {string.Join(", ", changed)}";
    }

    public override HttpMessageHandler Build() => throw new NotSupportedException("A probe builds nothing.");

    public void Dispose() => _given.Dispose();

    // Only settings that decide where a request goes and which servers are trusted are reported. Other settings are ignored silently.
    private Dictionary<string, bool> Changes() => new()
    {
        ["Proxy"] = _given.Proxy is not null,
        ["UseProxy = false"] = !_given.UseProxy,
        ["DefaultProxyCredentials"] = _given.DefaultProxyCredentials is not null,
        ["ConnectCallback"] = _given.ConnectCallback is not null,
        ["PlaintextStreamFilter"] = _given.PlaintextStreamFilter is not null,
        ["SslOptions"] = _given.SslOptions is { } tls && (tls.RemoteCertificateValidationCallback is not null
            || tls.LocalCertificateSelectionCallback is not null
            || tls.CertificateChainPolicy is not null
            || tls.ClientCertificates is { Count: > 0 }
            || tls.ClientCertificateContext is not null
            || tls.TargetHost is not null),
    };
}
