using System.Diagnostics;
using PaymentSdk.ConfirmPath;

if (args is ["run"])
{
    Report.Print(await Shop.ConfirmAsync());
    return 0;
}

// The instrumentation is added to a copy, so that the build output does not change.
var copy = Directory.CreateTempSubdirectory("confirm-path-copy-");
try
{
    foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
    {
        var target = Path.Combine(copy.FullName, Path.GetRelativePath(AppContext.BaseDirectory, file));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target);
    }

    Weaving.Apply(copy.FullName);
    using var run = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(copy.FullName, "ConfirmPath.dll"), "run"]))!;
    await run.WaitForExitAsync();
    return run.ExitCode;
}
finally
{
    copy.Delete(recursive: true);
}
