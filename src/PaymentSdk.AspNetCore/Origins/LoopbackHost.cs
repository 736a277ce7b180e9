namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// Recognizes loopback hosts. Requests to them never leave the machine, so plain http is harmless, and browsers treat their pages as secure.
/// </summary>
internal static class LoopbackHost
{
    public static bool Is(string canonicalHost) =>
        canonicalHost is "localhost" or "[::1]"
        || canonicalHost.EndsWith(".localhost", StringComparison.Ordinal)
        || canonicalHost.StartsWith("127.", StringComparison.Ordinal) && Ipv4Reader.EndsInNumber(canonicalHost);
}
