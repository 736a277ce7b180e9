using System.Globalization;
using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.Benchmarks.Origins;

/// <summary>Creates registrations of any size, compiled in the same way as in the SDK.</summary>
internal static class Registered
{
    public static string Exact(int number) => string.Create(CultureInfo.InvariantCulture, $"https://shop-{number}.example-mall.com");

    public static MerchantOriginSnapshot Snapshot(int origins, int patterns = 0) => MerchantOriginCompiler.Compile(
        Enumerable.Range(0, origins).Select(Exact)
            .Concat(Enumerable.Range(0, patterns).Select(number => string.Create(CultureInfo.InvariantCulture, $"https://*.brand-{number}.co.kr")))
            .Select(text => new MerchantOriginEntry("benchmark", text)),
        new MerchantOriginSwitches()).ToSnapshot();
}
