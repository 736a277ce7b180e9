using System.ComponentModel;
using System.Diagnostics;

namespace PaymentSdk.Tests.Architecture;

/// <summary>Each patch of <c>eng/breaks</c> removes one safeguard (docs/simulation.md). A patch that no longer applies tests nothing.</summary>
public sealed class BreakPatchTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "eng", "breaks");

    /// <summary>The variables that git sets when it runs a hook. They would make git use another repository, so the tests remove them.</summary>
    private static readonly string[] SetByHooks = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"];

    public static TheoryData<string> Names =>
    [
        "backwards-observation",
        "by-hand-forgotten",
        "closed-reversal-forgotten",
        "commit-after-call",
        "expired-by-one-query",
        "narrow-uniqueness",
        "new-key-per-refund-send",
        "new-key-per-send",
        "no-fencing",
        "no-lanes",
        "no-lease",
        "no-refundable-amount",
        "no-send-deadline",
        "not-found-after-secret-change",
        "notification-dropped",
        "query-by-order-id",
        "replay-trusted",
        "reprice-after-send",
        "reversal-forgotten",
        "second-caller-same-token",
        "second-refund-beside-open",
        "shared-transaction-key",
        "unavailable-is-not-charged",
        "unknown-as-declined",
        "webhook-believed",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_patch_applies(string name)
    {
        var (exitCode, said) = await GitAsync("apply", "--check", "--whitespace=nowarn", Path.Combine(Folder, $"{name}.patch"));
        Assert.True(exitCode == 0, $"eng/breaks/{name}.patch no longer applies to the sources. Create it again: edit the source, git diff > eng/breaks/{name}.patch.\n{said}");
    }

    [Fact]
    public void There_is_a_patch_for_each_name_and_no_other() =>
        Assert.Equal(Names.Select(row => row.Data), Directory.GetFiles(Folder, "*.patch").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_name_is_explained_and_has_tests()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "simulation.md"), TestContext.Current.CancellationToken);
        var script = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "eng", "mutate.sh"), TestContext.Current.CancellationToken);
        Assert.All(Names.Select(row => row.Data), name =>
        {
            Assert.Contains($"| `{name}` |", page, StringComparison.Ordinal);
            Assert.Contains($"\n{name}|", script, StringComparison.Ordinal);
        });
    }

    /// <summary>Runs git in the repository, regardless of the repository that the environment names.</summary>
    private static async Task<(int ExitCode, string Said)> GitAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in SetByHooks)
            start.Environment.Remove(name);
        Process? git = null;
        try
        {
            git = Process.Start(start);
        }
        catch (Win32Exception missing)
        {
            Assert.Fail($"git could not be started ({missing.Message}). Install git: the patches of eng/breaks are checked with it.");
        }

        using (git)
        {
            var output = git!.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = git.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await git.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (git.ExitCode, await output + await error);
        }
    }
}
