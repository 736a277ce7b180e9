using System.Net;
using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Values;

namespace PaymentSdk.Sandbox.Http;

/// <summary>
/// The names that the gateway goes by. A page of any other name that resolves to this machine (DNS rebinding) would share the origin of the
/// windows and could press their buttons.
/// </summary>
internal sealed class OwnNames(SandboxOptions options)
{
    private const string _realService = "tosspayments.com";

    private readonly HashSet<string> _names = new(
        options.Urls.Append(options.PublicAddress).OfType<string>().Select(url => BindingAddress.Parse(url).Host.Trim('[', ']')),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a request asks for a loopback name, the address that it arrived at, a name of the options, or the real service's, which
    /// no one else can point to this machine.
    /// </summary>
    public bool Accept(HttpContext context)
    {
        var host = context.Request.Host.Host.Trim('[', ']');
        return Listening.IsLoopback(host)
            || _names.Contains(host)
            || string.Equals(host, _realService, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith($".{_realService}", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var asked) && context.Connection.LocalIpAddress is { } own && Plain(asked).Equals(Plain(own)));
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
