using System.Diagnostics;
using System.Text;

namespace PaymentSdk.Tests.Shared;

/// <summary>Runs the PostgreSQL programs that Debian installs; for root as the user <c>postgres</c>, because the server refuses root.</summary>
public static class PostgresPrograms
{
    private const string DebianRoot = "/usr/lib/postgresql";

    /// <summary>
    /// Runs a shell script with the programs in its path and <paramref name="arguments"/> as $1, $2, … Its input stays open until the process is
    /// disposed.
    /// </summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed.</exception>
    public static Process Start(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] words = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "sh", "-c", script, "sh", .. arguments]
            : ["sh", "-c", script, "sh", .. arguments];
        start.FileName = words[0];
        foreach (var word in words[1..])
            start.ArgumentList.Add(word);
        start.Environment["PATH"] = $"{Folder()}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.WorkingDirectory = Path.GetTempPath();
        return Process.Start(start)!;
    }

    /// <summary>Runs a script to its end.</summary>
    /// <returns>The output, without the last line break.</returns>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        using var process = Start(script, arguments);
        process.StandardInput.Close();
        var (said, wrong) = (new StringBuilder(), process.StandardError.ReadToEndAsync());
        said.Append(await process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? said.ToString().TrimEnd()
            : throw new InvalidOperationException($"PostgreSQL could not be set up: {said}{await wrong}");
    }

    private static string Folder()
    {
        var newest = Directory.Exists(DebianRoot)
            ? Directory.GetDirectories(DebianRoot).Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        return newest
            ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            ?? throw new InvalidOperationException("These tests need a PostgreSQL server: apt-get install postgresql (test.sh does it as root).");
    }
}
