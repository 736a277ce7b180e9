using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PaymentSdk.CommandLine.Parsing;

namespace PaymentSdk.CommandLine.Commands;

/// <summary>
/// One run of the program: it parses the command line, runs the command, and turns expected failures into a message and an exit code.
/// </summary>
internal sealed class CommandRun
{
    private readonly IHost _host;
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly RootCommand _root;
    private readonly Option<bool> _json = new("--json") { Description = "Prints one JSON object on each line instead of text.", Recursive = true };

    private CommandRun(IHost host, TextWriter output, TextWriter error)
    {
        (_host, _output, _error) = (host, output, error);
        _root = new RootCommand($"The commands of a shop's operators. They can run while other processes take payments. Without a command the host starts. {ExitCode.Explained}")
        {
            AttentionCommand.Create(this),
            ResolveCommand.Create(this),
            OrderCommand.Create(this),
            ReconcileCommand.Create(this),
            BreaksCommand.Create(this),
            EventsCommand.Create(this),
            PurgeCommand.Create(this),
            DoctorCommand.Create(this),
            MigrateCommand.Create(this),
        };
        _root.Add(Help());
        _root.Add(_json);
        // The version option is removed, because it would print the version of the shop's own program.
        if (_root.Options.OfType<VersionOption>().FirstOrDefault() is { } version)
            _root.Options.Remove(version);
    }

    public static Task<int> RunAsync(IHost host, string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken) =>
        new CommandRun(host, output, error).RunAsync(args, cancellationToken);

    /// <summary>
    /// Sets the action of a command. A command for one registration gets <c>--merchant</c>. A checked command does not run if the settings are
    /// invalid or the ledger is unusable.
    /// </summary>
    public void Handle(
        Command command, Func<ParseResult, CommandContext, CancellationToken, Task<int>> handle, Option<string>? merchant = null, bool hasMerchant = true, bool isChecked = true)
    {
        if (hasMerchant && merchant is null)
            command.Add(merchant = CommandOptions.Merchant());
        command.SetAction(async (line, cancellationToken) =>
        {
            var context = new CommandContext(_host, merchant is null ? "" : line.GetValue(merchant) ?? "", line.GetValue(_json), _output);
            if (isChecked)
                await CheckAsync(context, cancellationToken).ConfigureAwait(false);
            return await handle(line, context, cancellationToken).ConfigureAwait(false);
        });
    }

    private async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var line = _root.Parse(HostSettings.Without(args));
        if (line.Errors.Count > 0)
            return await UsageAsync(Mistakes.Of(line), line).ConfigureAwait(false);
        try
        {
            return await line.InvokeAsync(new InvocationConfiguration { Output = _output, Error = _error, EnableDefaultExceptionHandler = false }, cancellationToken).ConfigureAwait(false);
        }
        catch (CommandFault wrong)
        {
            return await UsageAsync([wrong.Message], line).ConfigureAwait(false);
        }
        catch (ArgumentException wrong)
        {
            return await UsageAsync([wrong.Message], line).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception failure) when (Unavailable(failure) is { } told)
        {
            await _error.WriteLineAsync(told).ConfigureAwait(false);
            return ExitCode.Unavailable;
        }
    }

    private async Task<int> UsageAsync(IReadOnlyList<string> mistakes, ParseResult line)
    {
        foreach (var mistake in mistakes)
            await _error.WriteLineAsync(mistake).ConfigureAwait(false);
        var command = line.CommandResult.Command;
        var path = command is RootCommand ? command.Name : $"{_root.Name} {string.Join(' ', Path(command))}";
        await _error.WriteLineAsync($"\nHelp: {path} --help").ConfigureAwait(false);
        return ExitCode.Usage;
    }

    private static IEnumerable<string> Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? [.. Path(parent), command.Name] : [command.Name];

    private static string? Unavailable(Exception failure) => failure switch
    {
        LedgerException unavailable => $"The ledger did not answer: {unavailable.Message}",
        PaymentException refused => $"The payment API could not be queried: {refused.Message}",
        OptionsValidationException wrong => WrongSettings(wrong.Failures),
        AggregateException all when all.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            WrongSettings(all.InnerExceptions.Cast<OptionsValidationException>().SelectMany(wrong => wrong.Failures)),
        _ => null,
    };

    private static string WrongSettings(IEnumerable<string> faults) =>
        $"The settings are wrong. Please correct:\n{string.Join('\n', faults.Select(fault => $"  - {fault}"))}";

    /// <summary>
    /// Validates the settings and checks the ledger, as the host does at start. This does not create the tables: the command <c>migrate</c> or a host
    /// with <c>MigrateAtStart</c> creates them.
    /// </summary>
    private static async Task CheckAsync(CommandContext context, CancellationToken cancellationToken)
    {
        context.Host.Services.GetService<IStartupValidator>()?.Validate();
        await context.Get<IOrderLedger>().CheckAsync(cancellationToken).ConfigureAwait(false);
    }

    private Command Help()
    {
        var about = new Argument<string[]>("command") { Description = "The command to describe. Default: all commands.", Arity = ArgumentArity.ZeroOrMore };
        var help = new Command("help", "Shows how to use the commands.") { about };
        help.SetAction((line, cancellationToken) =>
        {
            var asked = _root.Parse([.. line.GetValue(about) ?? [], "--help"]);
            return asked.UnmatchedTokens.Count > 0
                ? UsageAsync(Mistakes.Of(asked), asked)
                : asked.InvokeAsync(new InvocationConfiguration { Output = _output, Error = _error }, cancellationToken);
        });
        return help;
    }
}

/// <summary>
/// The settings of the host among the arguments, which the host has already read: <c>--Payment:SecretKey=…</c>, <c>--environment Production</c>.
/// </summary>
internal static class HostSettings
{
    private static readonly string[] Names = ["--environment", "--contentRoot", "--applicationName", "--urls"];

    public static IReadOnlyList<string> Without(IReadOnlyList<string> args)
    {
        var left = new List<string>();
        for (var at = 0; at < args.Count; at++)
        {
            var end = args[at].IndexOf('=', StringComparison.Ordinal);
            if (!IsSetting(end < 0 ? args[at] : args[at][..end]))
                left.Add(args[at]);
            else if (end < 0)
                at++;
        }

        return left;
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("--", StringComparison.Ordinal) && (name.Contains(':', StringComparison.Ordinal) || Names.Contains(name, StringComparer.OrdinalIgnoreCase));
}
