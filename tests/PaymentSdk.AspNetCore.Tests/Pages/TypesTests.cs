using System.Diagnostics;
using System.Text.RegularExpressions;
using PaymentSdk.Sandbox.Tests.Window;

namespace PaymentSdk.AspNetCore.Tests.Pages;

/// <summary>The npm package <c>@paymentsdk/checkout</c>: the module that the server serves, and its matching types.</summary>
public sealed partial class TypesTests(Chromium chromium)
{
    private static string Package => Path.Combine(PageDocument.Root, "src", "checkout-js");

    [Fact]
    public async Task Shop_in_TypeScript_compiles_and_its_mistakes_do_not()
    {
        var place = Directory.CreateTempSubdirectory("checkout-types-");
        try
        {
            foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Pages", "Types")))
                File.Copy(file, Path.Combine(place.FullName, Path.GetFileName(file)));
            await RunAsync(place, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            var installed = Directory.CreateDirectory(Path.Combine(place.FullName, "node_modules", "@paymentsdk", "checkout"));
            foreach (var file in Directory.GetFiles(Package))
                File.Copy(file, Path.Combine(installed.FullName, Path.GetFileName(file)));

            await RunAsync(
                place, "node", "node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--target", "es2022", "--module", "es2022", "--moduleResolution", "bundler",
                "--lib", "es2022,dom", "use.ts");
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Types_declare_the_exports_of_the_served_module()
    {
        await using var shop = await PageShop.StartAsync(chromium);
        await shop.VisitAsync();

        var exported = await shop.Page.EvaluateAsync<string[]>("async () => Object.keys(await import('/payments/checkout.js')).sort()");

        var types = await File.ReadAllTextAsync(Path.Combine(Package, "checkout.d.ts"), TestContext.Current.CancellationToken);
        Assert.Equal(exported, Exported().Matches(types).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    private static async Task RunAsync(DirectoryInfo place, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = place.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        using var run = Process.Start(start)!;
        var said = await Task.WhenAll(run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, $"{program} {string.Join(' ', arguments)} failed: {string.Join('\n', said)}");
    }

    [GeneratedRegex(@"^export (?:function|class|const) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Exported();
}
