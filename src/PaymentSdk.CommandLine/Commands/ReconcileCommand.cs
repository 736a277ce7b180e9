using System.CommandLine;
using PaymentSdk.CommandLine.Parsing;
using PaymentSdk.CommandLine.Reports;
using PaymentSdk.Values;

namespace PaymentSdk.CommandLine.Commands;

/// <summary><c>reconcile</c>: compares the ledger with the gateway's list of transactions.</summary>
internal static class ReconcileCommand
{
    private static readonly Dictionary<string, ReconciliationFormat?> Formats = new(StringComparer.Ordinal)
    {
        ["table"] = ReconciliationFormat.Table,
        ["csv"] = ReconciliationFormat.Csv,
        ["jsonl"] = ReconciliationFormat.JsonLines,
    };

    public static Command Create(CommandRun run)
    {
        var day = CommandOptions.Day("One day in Asia/Seoul. Default: the last Payment:Reconciliation:Days days, up to yesterday.");
        var from = CommandOptions.Day("--from", "Compares from this day to now, or to the day before --until. Use it after a restore.");
        var until = CommandOptions.Day("--until", "The day after the last day. Needs --from.");
        var format = new Option<ReconciliationFormat?>("--format")
        {
            Description = "table (default), csv or jsonl; --json is jsonl.",
            HelpName = "table|csv|jsonl",
            CustomParser = result => CommandOptions.Word(result, "The format", Formats),
        };
        var command = new Command("reconcile", "Compares the ledger with the gateway, adds what is missing, and lists what differs.") { day, from, until, format };
        run.Handle(command, async (line, context, cancellationToken) =>
        {
            var wanted = line.GetValue(format) ?? (context.AsJson ? ReconciliationFormat.JsonLines : ReconciliationFormat.Table);
            if (context.AsJson && wanted != ReconciliationFormat.JsonLines)
                throw new CommandFault("--json is the format jsonl. Write either --json or --format.");
            var range = Range(line.GetValue(day), line.GetValue(from), line.GetValue(until), context.Today);
            var report = await context.Get<IReconciliation>().ReconcileAsync(range, cancellationToken).ConfigureAwait(false);
            Report.Write(report, context.Output, wanted);
            return report.Breaks.Count == 0 ? ExitCode.Done : ExitCode.Open;
        });
        return command;
    }

    private static ReconciliationRange? Range(DateOnly? day, DateOnly? from, DateOnly? until, DateOnly today)
    {
        if (day is not null && (from ?? until) is not null)
            throw new CommandFault("Give either a day or --from, not both.");
        if (until is not null && from is null)
            throw new CommandFault("--until needs --from.");
        try
        {
            return day is { } one ? ReconciliationRange.OfDay(one)
                : from is { } first ? new ReconciliationRange(first, until ?? today.AddDays(1))
                : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new CommandFault(until is null
                ? $"--from is {KoreanTime.Text(from!.Value)}; it must not be after today, {KoreanTime.Text(today)} in Asia/Seoul, nor more than 3660 days before it."
                : $"The range from {KoreanTime.Text(from!.Value)} to {KoreanTime.Text(until.Value)} has no day, or more than 3660 days: the end date excludes its day.");
        }
    }
}
