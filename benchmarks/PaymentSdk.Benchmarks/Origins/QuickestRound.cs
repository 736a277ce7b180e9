using System.Diagnostics;
using System.Globalization;

namespace PaymentSdk.Benchmarks.Origins;

/// <summary>
/// Runs the benchmarks in many short, alternating rounds, for a machine that also does other work. It reports the fastest round of each kind,
/// which the other work disturbed least. The command is <c>dotnet run -c Release -- quick</c>.
/// </summary>
internal static class QuickestRound
{
    private const int Rounds = 3_000;
    private const int Calls = 200;

    public static void Report(TextWriter output)
    {
        foreach (var size in new[] { 1, 1_000, 1_000_000 })
        {
            var decision = new DecisionBenchmarks { Size = size };
            decision.Register();
            var headers = new HeaderBenchmarks { Size = size };
            headers.Register();
            var quickest = Of(
                () => decision.Exact_hit(), () => decision.Exact_miss(), () => decision.Pattern_hit(), () => decision.Pattern_miss(),
                () => headers.Rules(), () => headers.Rules_and_headers(), headers.Clear_only);
            Write(output, $"{size,9} origins: exact {quickest[0]:N0} / {quickest[1]:N0} ns, pattern {quickest[2]:N0} / {quickest[3]:N0} ns (hit / miss), all rules {quickest[4]:N0} ns, rules and headers {quickest[5] - quickest[6]:N0} ns");
        }

        var routing = new RoutingBenchmarks();
        routing.Build();
        var through = Of(() => routing.Plain(), () => routing.Gate(), () => routing.CorsMiddleware());
        var (gate, middleware) = (through[1] - through[0], through[2] - through[0]);
        Write(output, $"routing: plain {through[0]:N0} ns, gate +{gate:N0} ns, CorsMiddleware +{middleware:N0} ns; the gate costs {gate / middleware:P0} of the middleware");
    }

    private static double[] Of(params Action[] kinds)
    {
        var quickest = new double[kinds.Length];
        Array.Fill(quickest, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            for (var kind = 0; kind < kinds.Length; kind++)
                quickest[kind] = Math.Min(quickest[kind], Nanoseconds(kinds[kind]));
        }

        return quickest;
    }

    private static double Nanoseconds(Action call)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < Calls; i++)
            call();
        return Stopwatch.GetElapsedTime(began).TotalNanoseconds / Calls;
    }

    private static void Write(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
