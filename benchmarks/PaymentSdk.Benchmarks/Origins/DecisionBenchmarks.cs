using BenchmarkDotNet.Attributes;
using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.Benchmarks.Origins;

/// <summary>
/// Measures the lookup of an origin among the registered ones (docs/spec/origins.md §7). The targets are 15 ns for exact origins and 70 ns with
/// patterns, for any number of origins.
/// </summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private const string Miss = "https://stranger.example-mall.com";
    private const string UnderPattern = "https://www.m.brand-0.co.kr";
    private const string UnderNone = "https://www.m.brand-x.co.kr";

    private MerchantOriginSnapshot _exact = MerchantOriginSnapshot.Empty;
    private MerchantOriginSnapshot _withPatterns = MerchantOriginSnapshot.Empty;
    private string _hit = "";

    [Params(1, 1_000, 1_000_000)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Register()
    {
        _exact = Registered.Snapshot(Size);
        _withPatterns = Registered.Snapshot(1, Size);
        // The value of a header is always a new string, so the measured string must be equal to a registered one but not the same object.
        _hit = new string(Registered.Exact(Size / 2));
    }

    [Benchmark]
    public bool Exact_hit() => _exact.Contains(_hit);

    [Benchmark]
    public bool Exact_miss() => _exact.Contains(Miss);

    [Benchmark]
    public bool Pattern_hit() => _withPatterns.Contains(UnderPattern);

    [Benchmark]
    public bool Pattern_miss() => _withPatterns.Contains(UnderNone);
}
