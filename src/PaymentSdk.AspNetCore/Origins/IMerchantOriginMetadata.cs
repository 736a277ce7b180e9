using Microsoft.AspNetCore.OutputCaching;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Marks an endpoint that only pages of registered merchant origins may call. It is also an output cache policy, because an answer that was given
/// to one origin must not be cached for another (docs/spec/origins.md §4).
/// </summary>
internal interface IMerchantOriginMetadata : IOutputCachePolicy
{
    /// <summary>The registration whose origins apply; empty for the default one.</summary>
    string Merchant { get; }

    /// <summary>The request headers that pages may send.</summary>
    IReadOnlyList<string> Headers { get; }

    /// <summary>The value of <c>Access-Control-Allow-Headers</c>: a fixed list, never the requested headers (docs/spec/origins.md §4).</summary>
    string AllowedHeaders { get; }

    /// <summary>Whether <see cref="MerchantOriginGuard"/> runs before the endpoint's code. False for an attribute on a lambda.</summary>
    bool IsGuarded => false;

    ValueTask IOutputCachePolicy.CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.EnableOutputCaching = false;
        context.AllowCacheLookup = false;
        context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    ValueTask IOutputCachePolicy.ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    ValueTask IOutputCachePolicy.ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}

/// <inheritdoc cref="IMerchantOriginMetadata"/>
internal sealed class MerchantOriginMetadata(string merchant, IReadOnlyList<string> headers) : IMerchantOriginMetadata
{
    public string Merchant { get; } = merchant;

    public IReadOnlyList<string> Headers { get; } = headers;

    public string AllowedHeaders { get; } = string.Join(", ", headers);

    public bool IsGuarded => true;

    /// <summary>
    /// Adds to the metadata of a group or an earlier call. A call that names no merchant keeps the one that was named, because it must not open the
    /// endpoints of one merchant to the pages of another.
    /// </summary>
    public static MerchantOriginMetadata Join(IEnumerable<object> metadata, string? merchant, IReadOnlyList<string> headers)
    {
        var earlier = metadata.OfType<IMerchantOriginMetadata>().LastOrDefault();
        return new MerchantOriginMetadata(merchant ?? earlier?.Merchant ?? "", [.. (earlier?.Headers ?? []).Union(headers)]);
    }

    public override string ToString() => Merchant.Length == 0 ? "RequireMerchantOrigin" : $"RequireMerchantOrigin: {Merchant}";
}
