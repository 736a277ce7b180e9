namespace CheckoutDemo.Commands;

/// <summary>A command: how it is written, what it does, and how it is run on a shop that is built and not opened.</summary>
/// <param name="Name">The first word.</param>
/// <param name="Usage">What stands after it, one line for each form.</param>
/// <param name="About">What it does.</param>
/// <param name="RunAsync">Runs it and gives the exit code.</param>
internal sealed record ShopCommand(string Name, string[] Usage, string About, Func<WebApplication, string[], TextWriter, Task<int>> RunAsync)
{
    public static IReadOnlyList<ShopCommand> All { get; } =
    [
        DoctorCommand.Command,
        AttentionCommand.Command,
        ResolveCommand.Command,
        ReconcileCommand.Command,
        BreaksCommand.Command,
        EventsCommand.Command,
        PurgeCommand.Command,
    ];

    /// <summary>The first word of the arguments, if it is one and no setting.</summary>
    public static string? Word(string[] args) => args is [{ Length: > 0 } word, ..] && word[0] is not ('-' or '/') && !word.Contains('=', StringComparison.Ordinal) ? word : null;

    /// <summary>Whether a command is wanted instead of an open shop.</summary>
    public static bool IsWanted(string[] args) => Word(args) is not null;
}
