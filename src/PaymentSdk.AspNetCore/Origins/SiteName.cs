using PaymentSdk.AspNetCore.Origins.Suffixes;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>The part of a host that one owner registered, e.g. <c>myshop.co.kr</c> of <c>www.myshop.co.kr</c>. Good enough to explain, not to decide.</summary>
internal static class SiteName
{
    public static string Of(Origin origin)
    {
        if (origin.IsIpAddress)
            return origin.Host;
        var host = origin.Host.TrimEnd('.');
        for (var dot = host.LastIndexOf('.'); dot > 0; dot = host.LastIndexOf('.', dot - 1))
        {
            var suffix = host[(dot + 1)..];
            if (!SharedSuffixes.Contains(suffix))
                return suffix;
        }

        return host;
    }
}
