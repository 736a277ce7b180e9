using System.Diagnostics;
using PaymentSdk.Simulation.Command;
using PaymentSdk.Simulation.Histories;
using Xunit;

namespace PaymentSdk.Simulation.Tests;

/// <summary>A seed gives the same history on any day and with any number of processors.</summary>
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
    public void The_same_seeds_give_the_same_journals_on_one_thread_and_on_two()
    {
        var (one, two) = (Journals(threads: 1), Journals(threads: 2));

        Assert.Equal(8, one.Count);
        Assert.All(one, journal => Assert.Matches("^[0-9a-f]{16}$", journal));
        Assert.Equal(one, two);
        Assert.Equal(8, one.Distinct().Count());
    }

    [Theory]
    [InlineData("mixed")]
    [InlineData("crashes")]
    [InlineData("late")]
    public void The_same_seed_gives_the_same_journal_with_one_processor_and_with_two(string profile)
    {
        var (one, two) = (Run("1", profile), Run("2", profile));

        Assert.Contains("journal ", one, StringComparison.Ordinal);
        Assert.Equal(one, two);
    }

    private static List<string> Journals(int threads)
    {
        var journals = new List<string>();
        new Campaign(History.Run, new HistoryOptions(), threads).Run(31, 8, null, result =>
        {
            journals.Add(result.JournalHash);
            return true;
        });
        return journals;
    }

    private static string Run(string processors, string profile)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Arguments).Assembly.Location, "--seed", "5", "--profile", profile]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = processors;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said;
    }
}
