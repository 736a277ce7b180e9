using BenchmarkDotNet.Attributes;
using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.Benchmarks.Origins;

/// <summary>Measures the check of header values that only an attacker sends, whose cost must be bounded.</summary>
[MemoryDiagnoser]
public class HostileBenchmarks
{
    private readonly MerchantOriginSnapshot _registered = Registered.Snapshot(1_000, 1_000);
    private readonly string _eightKibibytes = "https://" + new string('a', 8192);
    private readonly string _manyDots = $"https://{string.Concat(Enumerable.Repeat("a.", 126))}b";
    private readonly string _manyDotsUnderNone = $"https://{string.Concat(Enumerable.Repeat("a.", 115))}brand-x.co.kr";
    private readonly string _folding = "https://shop-1.example-mall.com\u200b";

    [Benchmark]
    public bool Eight_kibibytes() => _registered.Contains(_eightKibibytes);

    [Benchmark]
    public bool A_hundred_and_twenty_six_dots() => _registered.Contains(_manyDots);

    [Benchmark]
    public bool A_hundred_dots_under_no_pattern() => _registered.Contains(_manyDotsUnderNone);

    [Benchmark]
    public bool An_invisible_character() => _registered.Contains(_folding);
}
