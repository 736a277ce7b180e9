using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>The addresses of the payment endpoints as the browser sees them: groups, route parameters of a prefix and the path base included.</summary>
internal static class PaymentAddress
{
    /// <summary>The path before <paramref name="pattern"/> in this request, escaped. What the browser asked for is what it can ask for again.</summary>
    public static string PrefixOf(HttpRequest request, string pattern)
    {
        var path = request.Path.Value.AsSpan().TrimEnd('/');
        for (var segments = pattern.Count(character => character == '/') + 1; segments > 0; segments--)
            path = path[..Math.Max(0, path.LastIndexOf('/'))];
        return request.PathBase.Add(new PathString(path.ToString())).ToUriComponent();
    }

    /// <summary>Where the state of an order is read.</summary>
    public static string Order(PaymentCall call, OrderId orderId) => $"{call.Prefix}/orders/{Uri.EscapeDataString(orderId.Value)}";

    /// <summary>
    /// The prefix as an absolute address: under <see cref="PaymentSdkOptions.PublicAddress"/>, which then stands for scheme,
    /// host and path base; otherwise under the address that this request came to.
    /// </summary>
    public static string Absolute(PaymentCall call)
    {
        var request = call.Request;
        if (call.Settings.PublicAddress is { Length: > 0 } publicAddress)
            return publicAddress.TrimEnd('/') + call.Prefix[request.PathBase.ToUriComponent().Length..];
        return $"{request.Scheme}://{request.Host.ToUriComponent()}{call.Prefix}";
    }
}
