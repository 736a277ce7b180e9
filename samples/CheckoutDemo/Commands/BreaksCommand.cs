using System.Globalization;
using PaymentSdk;

namespace CheckoutDemo.Commands;

/// <summary><c>breaks</c>: what the last reconciliations left open, and who looks after it.</summary>
internal static class BreaksCommand
{
    public static ShopCommand Command { get; } = new(
        "breaks",
        ["", "assign <transactionKey> --who <name>", "close <transactionKey> --who <name> --why <reason>"],
        "Lists the open discrepancies of the reconciliation, assigns one to an operator, or closes one.",
        RunAsync);

    private static async Task<int> RunAsync(WebApplication app, string[] arguments, TextWriter output)
    {
        var line = new CommandLine(arguments);
        var books = app.Services.GetRequiredService<IReconciliation>();
        try
        {
            return line.Word() switch
            {
                null => await ListAsync(books, line, output),
                "assign" => await AssignAsync(books, line, output),
                "close" => await CloseAsync(books, line, output),
                var other => throw new CommandLineException($"'{other}' is not one of assign, close."),
            };
        }
        catch (ArgumentException wrong)
        {
            throw new CommandLineException(wrong.Message);
        }
    }

    private static async Task<int> ListAsync(IReconciliation books, CommandLine line, TextWriter output)
    {
        line.End();
        var open = await books.ListBreaksAsync();
        foreach (var row in open)
        {
            var amounts = string.Create(CultureInfo.InvariantCulture, $"ours {row.Ours?.ToString(CultureInfo.InvariantCulture) ?? "-"}, theirs {row.Theirs?.ToString(CultureInfo.InvariantCulture) ?? "-"} {row.Currency}");
            output.WriteLine($"{row.TransactionKey}  {row.Day:yyyy-MM-dd}  {row.Kind}  {amounts}  order {row.OrderId ?? "-"}  owner {row.Owner ?? "-"}\n  {row.Detail}");
        }
        output.WriteLine(open.Count == 0 ? "No discrepancy is open." : $"{open.Count} open {(open.Count == 1 ? "discrepancy" : "discrepancies")}.");
        return open.Count == 0 ? ExitCode.Done : ExitCode.Open;
    }

    private static async Task<int> AssignAsync(IReconciliation books, CommandLine line, TextWriter output)
    {
        var (key, who) = (line.Word("The transaction key"), line.Required("who"));
        line.End();
        return Told(await books.AssignAsync(key, who), $"{key} is assigned to {who}.", key, output);
    }

    private static async Task<int> CloseAsync(IReconciliation books, CommandLine line, TextWriter output)
    {
        var (key, who, why) = (line.Word("The transaction key"), line.Required("who"), line.Required("why"));
        line.End();
        return Told(await books.CloseAsync(key, who, why), $"{key} is closed.", key, output);
    }

    private static int Told(bool done, string text, string key, TextWriter output)
    {
        output.WriteLine(done ? text : $"No discrepancy {key} is open.");
        return done ? ExitCode.Done : ExitCode.Open;
    }
}
