using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.Benchmarks.Origins;

/// <summary>
/// Measures all rules for one request and the headers of its answer, with the header types of the real server. The target is 60 ns and 0 B.
/// </summary>
[MemoryDiagnoser]
public class HeaderBenchmarks
{
    private readonly DefaultHttpContext _context = LiveRequest.Receive().Context;
    private CompiledOrigins _compiled = new("", MerchantOriginSnapshot.Empty);

    [Params(1, 1_000_000)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Register() => _compiled = new CompiledOrigins("", Registered.Snapshot(Size));

    [Benchmark(Baseline = true)]
    public void Clear_only() => _context.Response.Headers.Clear();

    [Benchmark]
    public bool Rules() => OriginRules.Decide(_context.Request, _compiled.Snapshot) == OriginVerdict.Allowed;

    [Benchmark]
    public bool Rules_and_headers()
    {
        _context.Response.Headers.Clear();
        if (OriginRules.Decide(_context.Request, _compiled.Snapshot) != OriginVerdict.Allowed)
            return false;
        CorsHeaders.WriteAllowed(_context, _compiled.Allowed);
        return true;
    }
}
