using System.CommandLine;
using PaymentSdk.CommandLine.Parsing;
using PaymentSdk.CommandLine.Reports;
using PaymentSdk.Values;

namespace PaymentSdk.CommandLine.Commands;

/// <summary><c>breaks</c>: lists the discrepancies that the last reconciliations left open, with their owners.</summary>
internal static class BreaksCommand
{
    public static Command Create(CommandRun run)
    {
        var merchant = CommandOptions.Merchant();
        var command = new Command("breaks", "Lists the open discrepancies of the reconciliation, assigns one to an operator, or closes one.") { merchant };
        run.Handle(command, ListAsync, merchant);
        command.Add(Assign(run, merchant));
        command.Add(Close(run, merchant));
        return command;
    }

    private static Command Assign(CommandRun run, Option<string> merchant)
    {
        var (key, who) = (Key(), CommandOptions.Who());
        var command = new Command("assign", "Assigns an open discrepancy to an operator.") { key, who };
        run.Handle(
            command,
            async (line, context, cancellationToken) =>
            {
                var (transaction, owner) = (line.GetRequiredValue(key), line.GetRequiredValue(who));
                var done = await context.Get<IReconciliation>().AssignAsync(transaction, owner, cancellationToken).ConfigureAwait(false);
                return done ? context.Told("assigned", $"{transaction} is assigned to {owner}.", ExitCode.Done) : NotOpen(context, transaction);
            },
            merchant);
        return command;
    }

    private static Command Close(CommandRun run, Option<string> merchant)
    {
        var (key, who, why) = (Key(), CommandOptions.Who(), CommandOptions.Why());
        var command = new Command("close", "Closes a discrepancy. It stays closed while both sides differ in the same way.") { key, who, why };
        run.Handle(
            command,
            async (line, context, cancellationToken) =>
            {
                var transaction = line.GetRequiredValue(key);
                var done = await context.Get<IReconciliation>().CloseAsync(transaction, line.GetRequiredValue(who), line.GetRequiredValue(why), cancellationToken).ConfigureAwait(false);
                return done ? context.Told("closed", $"{transaction} is closed.", ExitCode.Done) : NotOpen(context, transaction);
            },
            merchant);
        return command;
    }

    private static Argument<string> Key() => new("transactionKey") { Description = "The first column of the list." };

    private static int NotOpen(CommandContext context, string key) => context.Told("not-open", $"No discrepancy {key} is open.", ExitCode.Open);

    private static async Task<int> ListAsync(ParseResult line, CommandContext context, CancellationToken cancellationToken)
    {
        var open = await context.Get<IReconciliation>().ListBreaksAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (var row in open)
            context.Write(json => Write(row, json), text => Write(row, text));
        context.WriteSum(open.Count == 0 ? "No discrepancy is open." : $"{Words.Count(open.Count, "open discrepancy", "open discrepancies")}.");
        return open.Count == 0 ? ExitCode.Done : ExitCode.Open;
    }

    private static void Write(ReconciliationBreak row, TextWriter output) => output.WriteLine(
        $"{row.TransactionKey}  {KoreanTime.Text(row.Day)}  {ReportRows.Word(row.Kind)}  ours {Words.Number(row.Ours)}, theirs {Words.Number(row.Theirs)} {row.Currency}  order {row.OrderId ?? "-"}  owner {row.Owner ?? "-"}\n  {row.Detail}");

    private static void Write(ReconciliationBreak row, JsonLine json)
    {
        json.Text("transactionKey", row.TransactionKey);
        json.Text("day", KoreanTime.Text(row.Day));
        json.Text("kind", ReportRows.Word(row.Kind));
        json.Text("orderId", row.OrderId);
        json.Text("paymentKey", row.PaymentKey);
        json.Number("ours", row.Ours);
        json.Number("theirs", row.Theirs);
        json.Text("currency", row.Currency.Value);
        json.Text("owner", row.Owner);
        json.Moment("openedAt", row.OpenedAt);
        json.Text("detail", row.Detail);
    }
}
