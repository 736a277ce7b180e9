using CheckoutDemo.Startup;
using Microsoft.Extensions.Options;
using PaymentSdk;
using PaymentSdk.Sandbox;

namespace CheckoutDemo.Commands;

/// <summary>Runs a command instead of opening the shop, also beside a shop that is open: they share the ledger.</summary>
internal static class CommandRun
{
    /// <summary>Only what the command says is printed: what the shop does meanwhile is no news.</summary>
    public static void Quiet(WebApplicationBuilder builder) => builder.Logging.ClearProviders();

    public static async Task<int> RunCommandAsync(this WebApplication app, string[] args, SandboxGateway? sandbox)
    {
        await using (app)
        {
            var word = ShopCommand.Word(args)!;
            if (ShopCommand.All.FirstOrDefault(command => command.Name == word) is not { } wanted)
                return Help.Explain(word == "help" ? null : $"There is no command '{word}'.", ShopCommand.All);
            var exitCode = await RunAsync(app, wanted, args[1..]);
            if (sandbox is not null && exitCode is (ExitCode.Done or ExitCode.Open) && word is ("reconcile" or "resolve"))
                await Console.Error.WriteLineAsync("\nNo open shop's sandbox was found: a new one was asked, which knows no payment. Open the shop first.");
            return exitCode;
        }
    }

    private static async Task<int> RunAsync(WebApplication app, ShopCommand wanted, string[] arguments)
    {
        try
        {
            // The demo's own settings; the doctor tells them in its own way.
            if (wanted.Name != "doctor")
                await CheckAsync(app.Services);
            return await wanted.RunAsync(app, arguments, Console.Out);
        }
        catch (CommandLineException wrong)
        {
            return Help.Explain(wrong.Message, [wanted]);
        }
        catch (LedgerException away)
        {
            await Console.Error.WriteLineAsync($"The ledger did not answer: {away.Message}");
            return ExitCode.Unavailable;
        }
        catch (PaymentException failure)
        {
            await Console.Error.WriteLineAsync($"The payment API could not be asked: {failure.Message}");
            return ExitCode.Unavailable;
        }
        catch (OptionsValidationException wrong)
        {
            await Console.Error.WriteLineAsync($"The settings are wrong. Please correct:\n{string.Join('\n', wrong.Failures.Select(fault => $"  - {fault}"))}");
            return ExitCode.Unavailable;
        }
    }

    /// <summary>The shop that is open makes the tables; a command only works in them.</summary>
    private static async Task CheckAsync(IServiceProvider services)
    {
        _ = services.GetRequiredService<IOptions<StartFaults.Checked>>().Value;
        await services.GetRequiredService<IOrderLedger>().CheckAsync(CancellationToken.None);
    }
}
