using System.Net;
using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Values;

namespace PaymentSdk.Sandbox.Http;

/// <summary>
/// The host names under which the gateway serves its pages. Under any other host name that resolves to this machine (DNS rebinding), a foreign page
/// would share the origin of the windows and could press their buttons.
/// </summary>
internal sealed class OwnNames(SandboxOptions options)
{
    private const string _realService = "tosspayments.com";

    private readonly HashSet<string> _names = new(
        options.Urls.Append(options.PublicAddress).OfType<string>().Select(url => BindingAddress.Parse(url).Host.Trim('[', ']')),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Returns true if the host of the request is a loopback name, the address at which the request arrived, a name from the options, or a
    /// name of the real service. No other party can point the real service's names to this machine.
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
