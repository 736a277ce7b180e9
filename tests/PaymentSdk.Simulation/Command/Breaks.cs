using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace PaymentSdk.Simulation.Command;

/// <summary>
/// Shows that the simulator detects a fault: removes a safeguard from a copy of the sources (a patch of <c>eng/breaks</c>), builds a second
/// simulator from the copy, and lets that simulator look for the violation.
/// </summary>
internal sealed class Breaks(TextWriter output)
{
    /// <summary>The sources that a simulator is built from.</summary>
    public static IReadOnlyList<string> Sources { get; } =
        ["src/PaymentSdk", "src/PaymentSdk.Generators", "src/PaymentSdk.EntityFrameworkCore", "tests/PaymentSdk.Simulation", "tests/Directory.Build.props", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", ".editorconfig", "NuGet.config", "nuget.config"];

    public static string Root { get; } = FindRoot();

    /// <summary>The names of the patches.</summary>
    public static IReadOnlyList<string> Names => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.patch").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)]
        : [];

    private static string Folder => Path.Combine(Root, "eng", "breaks");

    /// <summary>
    /// Runs the second simulator until it finds a violation or the time limit is reached, and returns its exit code, which is not 0 when it found
    /// one.
    /// </summary>
    /// <param name="name">The name of the patch.</param>
    /// <param name="limit">The time limit.</param>
    /// <param name="options">Further options of the second simulator, as command-line text.</param>
    public int Run(string name, TimeSpan limit, string options)
    {
        var patch = Path.Combine(Folder, $"{name}.patch");
        if (!File.Exists(patch))
            throw new FormatException($"There is no {patch}. Run --break list for the names.");
        var copy = Directory.CreateTempSubdirectory($"paymentsdk-{name}-").FullName;
        try
        {
            CopySources(copy);
            Require("git", ["apply", "--whitespace=nowarn", patch], copy, "The patch does not apply.");
            var binaries = Path.Combine(copy, "out");
            // The analyzers run on the original sources; the copy only has to compile.
            Require(
                "dotnet",
                ["build", Path.Combine(copy, "tests", "PaymentSdk.Simulation"), "-c", "Release", "-v", "quiet", "--nologo", "-o", binaries, "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:GenerateDocumentationFile=false"],
                copy,
                "The broken sources do not build.");
            if (Profile(patch) is { } profile && !options.Contains("--profile", StringComparison.Ordinal))
                options = $"{options} --profile {profile}";
            var minutes = limit.TotalMinutes.ToString(CultureInfo.InvariantCulture);
            return Start("dotnet", [Path.Combine(binaries, "PaymentSdk.Simulation.dll"), "--from", "fresh", "--minutes", minutes, "--first", "--no-shrink", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)], copy, line => output.WriteLine(line));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    /// <summary>Returns the kind of histories that the first line of a patch names; null when it names none.</summary>
    private static string? Profile(string patch)
    {
        const string Head = "profile:";
        var first = File.ReadLines(patch).First();
        return first.StartsWith(Head, StringComparison.Ordinal) ? first[Head.Length..].Trim() : null;
    }

    private void CopySources(string copy)
    {
        foreach (var source in Sources.Select(source => Path.Combine(Root, source)))
        {
            if (File.Exists(source))
                Copy(source, copy);
            else if (Directory.Exists(source))
                Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(path => !IsBuilt(source, path)).ToList().ForEach(path => Copy(path, copy));
        }

        // The copy becomes a git repository, so that git apply does not use the repository of a parent folder.
        Require("git", ["init", "-q"], copy, "git init failed.");
    }

    private void Copy(string path, string copy)
    {
        var target = Path.Combine(copy, Path.GetRelativePath(Root, path));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(path, target);
    }

    private static bool IsBuilt(string source, string path) =>
        Path.GetRelativePath(source, path).Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj";

    private static void Require(string program, IReadOnlyList<string> arguments, string folder, string failure)
    {
        var said = new List<string>();
        if (Start(program, arguments, folder, said.Add) != 0)
            throw new InvalidOperationException($"{failure}\n{string.Join('\n', said)}");
    }

    private static int Start(string program, IReadOnlyList<string> arguments, string folder, Action<string> line)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.OutputDataReceived += (_, said) => Tell(said.Data);
        process.ErrorDataReceived += (_, said) => Tell(said.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return process.ExitCode;

        void Tell(string? said)
        {
            if (said is null)
                return;
            lock (line)
                line(said);
        }
    }

    private static string FindRoot([CallerFilePath] string source = "")
    {
        foreach (var begin in new[] { Environment.CurrentDirectory, AppContext.BaseDirectory, Path.GetDirectoryName(source)! })
        {
            for (var folder = new DirectoryInfo(begin); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "PaymentSdk.sln")))
                    return folder.FullName;
            }
        }

        throw new InvalidOperationException("No parent folder contains PaymentSdk.sln. Start the simulator inside the repository.");
    }
}
