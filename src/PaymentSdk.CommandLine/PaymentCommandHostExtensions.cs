using Microsoft.Extensions.Hosting;
using PaymentSdk.CommandLine.Commands;

namespace PaymentSdk;

/// <summary>Runs the operators' commands on a host.</summary>
public static class PaymentCommandHostExtensions
{
    private static readonly string[] Help = ["--help", "-h", "-?"];
    private static readonly string[] Commands = ["attention", "resolve", "order", "reconcile", "breaks", "events", "purge", "doctor", "migrate", "help"];

    /// <summary>
    /// Runs the command that the arguments name and prints its result. The host must be built, but is not started. The commands are
    /// <c>attention</c>, <c>resolve</c>, <c>reconcile</c>, <c>breaks</c>, <c>events</c>, <c>purge</c>, <c>doctor</c>, <c>migrate</c> and
    /// <c>order</c>; <c>--help</c> describes them. They can run while other processes take payments. Results go to the standard output, and errors
    /// to the standard error. Console loggers write to the same streams; use <see cref="IsPaymentCommand"/> to decide whether to turn them off.
    /// </summary>
    /// <example>
    /// <code>
    /// var app = builder.Build();
    /// app.MapPayments();
    /// if (await app.RunPaymentCommandAsync(args) is { } exitCode)
    ///     return exitCode;
    /// await app.RunAsync();
    /// return 0;
    /// </code>
    /// </example>
    /// <param name="host">The host, built as for serving requests.</param>
    /// <param name="args">The arguments of the program. The command is the first one, and settings of the host may follow
    /// (<c>--Payment:SecretKey=…</c>).</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>
    /// Null if the arguments do not begin with a command; in that case, run the host. Otherwise the exit code of the process: 0 done, 1 something
    /// needs an operator or was not done, 2 the command line was not understood, 3 the ledger or the payment API is unavailable or the settings are
    /// wrong, 130 the command was interrupted.
    /// </returns>
    public static async Task<int?> RunPaymentCommandAsync(this IHost host, string[] args, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(args);
        return args.IsPaymentCommand() ? await CommandRun.RunAsync(host, args, Console.Out, Console.Error, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>
    /// Returns true if <see cref="RunPaymentCommandAsync"/> will handle the arguments: the first one is a command, known or not, a known command
    /// after dashes, or a request for help. Use it before the host is built, e.g. to turn off the console loggers.
    /// </summary>
    /// <param name="args">The arguments of the program.</param>
    /// <returns>
    /// True if the arguments are for a command. False if there are no arguments, or if the first one is a setting of the host (<c>--urls</c>,
    /// <c>/urls</c>, <c>urls=…</c>) or an option that is neither a command nor a request for help.
    /// </returns>
    public static bool IsPaymentCommand(this string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return args is [{ } first, ..] && (Help.Contains(first, StringComparer.Ordinal) || IsWord(first) || (first.StartsWith('-') && Commands.Contains(first.TrimStart('-'), StringComparer.Ordinal)));
    }

    private static bool IsWord(string argument) =>
        argument.Length > 0 && argument[0] is not ('-' or '/') && !argument.Contains('=', StringComparison.Ordinal);
}
