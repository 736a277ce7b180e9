using System.CommandLine;

namespace PaymentSdk.CommandLine.Parsing;

/// <summary>Describes what is wrong with a command line, and the known word that was probably meant.</summary>
internal static class Mistakes
{
    public static IReadOnlyList<string> Of(ParseResult line)
    {
        var unknown = line.UnmatchedTokens;
        var others = line.Errors.Select(error => error.Message).Where(message => !unknown.Any(token => message.Contains($"'{token}'", StringComparison.Ordinal)));
        // If the command is unknown, the error that a command is required adds nothing.
        return [.. unknown.Select(token => Unknown(token, line.CommandResult.Command)), .. unknown.Count > 0 && line.CommandResult.Command is RootCommand ? [] : others.Distinct()];
    }

    private static string Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        var near = Nearest.To(token, isOption ? OptionsOf(command) : command.Subcommands.Select(known => known.Name));
        var found = isOption ? $"There is no option '{token}' here."
            : command is RootCommand ? $"There is no command '{token}'."
            : $"'{token}' is not understood here.";
        if (isOption && command.Subcommands.Any(known => known.Name == token.TrimStart('-')))
            return $"{found} A command is written without dashes: {token.TrimStart('-')}.";
        return near is null ? found : $"{found} Did you mean {near}?";
    }

    private static IEnumerable<string> OptionsOf(Command command) => command.Options.Select(option => option.Name)
        .Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive).Select(option => option.Name).Concat(OptionsOf(parent).Where(name => name == "--json"))));
}
