using System.Diagnostics;
using PaymentSdk.Simulation.Command;
using PaymentSdk.Simulation.Histories;
using Xunit;

namespace PaymentSdk.Simulation.Tests;

/// <summary>A seed is one history: on any day, on any number of processors.</summary>
public sealed class SameSeedSameHistory
{
    [Theory]
    [InlineData(1)]
    [InlineData(77)]
    public void The_same_seed_gives_the_same_journal_twice(int seed)
    {
        var first = StubHistory.Run((ulong)seed, new HistoryOptions());
        var second = StubHistory.Run((ulong)seed, new HistoryOptions());

        Assert.Equal(first.JournalHash, second.JournalHash);
        Assert.NotEqual(first.JournalHash, StubHistory.Run((ulong)seed + 1, new HistoryOptions()).JournalHash);
    }

    [Fact]
    public void The_same_seed_gives_the_same_journal_with_one_processor_and_with_two()
    {
        var (one, two) = (Run("1"), Run("2"));

        Assert.Contains("journal ", one, StringComparison.Ordinal);
        Assert.Equal(one, two);
    }

    private static string Run(string processors)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Arguments).Assembly.Location, "--seed", "5"]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = processors;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said;
    }
}
