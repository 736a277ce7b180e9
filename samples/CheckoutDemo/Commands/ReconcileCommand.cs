using System.Globalization;
using PaymentSdk;

namespace CheckoutDemo.Commands;

/// <summary><c>reconcile</c>: the ledger beside the gateway's list of transactions.</summary>
internal static class ReconcileCommand
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    public static ShopCommand Command { get; } = new(
        "reconcile",
        [
            "[--format table|csv|jsonl]                     the last three days",
            "2026-11-22 [--format table|csv|jsonl]          one day (Asia/Seoul)",
            "--from 2026-11-20 [--until 2026-11-23]         from a day to now, or to the day before --until; after a restore",
        ],
        "Compares the ledger with the gateway, adds what is missing, and lists what differs.",
        RunAsync);

    private static async Task<int> RunAsync(WebApplication app, string[] arguments, TextWriter output)
    {
        var line = new CommandLine(arguments);
        var format = Format(line.Option("format"));
        var range = Range(line, app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        line.End();
        var report = await app.Services.GetRequiredService<IReconciliation>().ReconcileAsync(range);
        report.Write(output, format);
        return report.ExitCode;
    }

    private static ReconciliationRange? Range(CommandLine line, DateTimeOffset now)
    {
        var (word, from, until) = (line.Word(), line.Option("from"), line.Option("until"));
        if (word is not null && (from ?? until) is not null)
            throw new CommandLineException("Write one day, or --from, not both.");
        if (until is not null && from is null)
            throw new CommandLineException("--until needs --from.");
        try
        {
            var tomorrow = DateOnly.FromDateTime(now.ToOffset(Korea).DateTime).AddDays(1);
            return word is not null ? ReconciliationRange.OfDay(Day(word))
                : from is not null ? new ReconciliationRange(Day(from), until is null ? tomorrow : Day(until))
                : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new CommandLineException("There is no day in this range: the end date excludes its day.");
        }
    }

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new CommandLineException($"'{text}' is not a day. Write it as 2026-11-22.");

    private static ReconciliationFormat Format(string? word) => word switch
    {
        null or "table" => ReconciliationFormat.Table,
        "csv" => ReconciliationFormat.Csv,
        "jsonl" => ReconciliationFormat.JsonLines,
        _ => throw new CommandLineException($"--format is '{word}'. Write table, csv or jsonl."),
    };
}
