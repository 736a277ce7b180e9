using System.Globalization;
using System.Security.Cryptography;

namespace PaymentSdk.Tests.Shared.Fuzzing;

/// <summary>
/// Selects the seeds of a fuzzer: fixed seeds, whose failures fail the build, and a fresh seed on each run, whose failure is a warning
/// that shows how to repeat it. When <c>PAYMENTSDK_FUZZ_SEED</c> is set, only that seed runs, and its failure fails the build.
/// </summary>
public static class FuzzSeeds
{
    private const string Variable = "PAYMENTSDK_FUZZ_SEED";

    /// <summary>Runs the fuzzer with each seed. A run returns a summary for the test's output, or throws if it finds a fault.</summary>
    /// <param name="fixedSeeds">The seeds whose failures fail the build.</param>
    /// <param name="run">One run.</param>
    /// <param name="write">Writes to the test's output.</param>
    /// <param name="warn">Receives the failure of a fresh seed.</param>
    public static async Task RunAsync(IEnumerable<int> fixedSeeds, Func<int, Task<string>> run, Action<string> write, Action<string> warn)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var asked))
        {
            write($"Seed {asked}: {await run(asked)}");
            return;
        }

        foreach (var seed in fixedSeeds)
            write($"Seed {seed}: {await run(seed)}");
        var fresh = RandomNumberGenerator.GetInt32(1_000_000, int.MaxValue);
        try
        {
            write($"Fresh seed {fresh} (repeat it with {Variable}={fresh}): {await run(fresh)}");
        }
        catch (Exception found)
        {
            warn($"The fresh seed {fresh} found a fault; repeat it with {Variable}={fresh}: {found}");
        }
    }
}
