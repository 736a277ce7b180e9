namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Hosts whose requests never leave the machine. Plain http is harmless for them, and browsers treat them as secure.</summary>
internal static class LoopbackHost
{
    public static bool Is(string canonicalHost) =>
        canonicalHost is "localhost" or "[::1]"
        || canonicalHost.EndsWith(".localhost", StringComparison.Ordinal)
        || canonicalHost.StartsWith("127.", StringComparison.Ordinal) && Ipv4Reader.EndsInNumber(canonicalHost);
}
