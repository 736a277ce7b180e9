using System.Globalization;
using System.Security.Cryptography;

namespace PaymentSdk.Tests.Shared.Fuzzing;

/// <summary>
/// Which seeds a fuzzer runs with: fixed ones, whose failures fail the build, and a fresh one on each run, whose failures are a warning
/// that says how to repeat them. With <c>PAYMENTSDK_FUZZ_SEED</c> set, that seed alone, and it decides.
/// </summary>
public static class FuzzSeeds
{
    private const string Variable = "PAYMENTSDK_FUZZ_SEED";

    /// <summary>Runs the fuzzer with each seed; it returns what it saw, for the test's output, and throws what it found.</summary>
    /// <param name="fixedSeeds">The seeds that decide.</param>
    /// <param name="run">One run.</param>
    /// <param name="write">The test's output.</param>
    /// <param name="warn">Takes what a fresh seed found.</param>
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
            write($"Fresh seed {fresh} (repeat with {Variable}={fresh}): {await run(fresh)}");
        }
        catch (Exception found)
        {
            warn($"The fresh seed {fresh} found something; repeat with {Variable}={fresh}: {found}");
        }
    }
}
