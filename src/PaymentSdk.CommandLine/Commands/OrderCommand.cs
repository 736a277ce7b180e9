using System.CommandLine;
using PaymentSdk.CommandLine.Reports;
using PaymentSdk.Ledger;

namespace PaymentSdk.CommandLine.Commands;

/// <summary><c>order</c>: prints everything that the ledger knows about one order.</summary>
internal static class OrderCommand
{
    public static Command Create(CommandRun run)
    {
        var id = new Argument<string>("id") { Description = "An order id, or a purchase id for the newest order of the purchase." };
        var command = new Command("order", "Shows everything that the ledger knows about an order: its state, its purchase, its journal and its refunds.") { id };
        run.Handle(command, (line, context, cancellationToken) => TellAsync(line.GetRequiredValue(id), context, cancellationToken));
        return command;
    }

    private static async Task<int> TellAsync(string id, CommandContext context, CancellationToken cancellationToken)
    {
        var ledger = context.Get<IOrderLedger>();
        if (await FindAsync(id, context.Merchant, ledger, cancellationToken).ConfigureAwait(false) is not { } found)
            return context.Told("not-found", $"There is no order and no purchase {id}.", ExitCode.Open);
        var attempts = await ledger.ReadAttemptsAsync(context.Merchant, found.Purchase.PurchaseId, cancellationToken).ConfigureAwait(false);
        var journal = await ledger.ReadJournalAsync(context.Merchant, found.Purchase.PurchaseId, cancellationToken).ConfigureAwait(false);
        var refunds = await ledger.ReadRefundsAsync(context.Merchant, found.Attempt.OrderId, cancellationToken).ConfigureAwait(false);
        context.Write(json => Write(found, attempts, journal, refunds, json), text => Write(found, attempts, journal, refunds, text));
        return ExitCode.Done;
    }

    private static async Task<AttemptSnapshot?> FindAsync(string id, string merchant, IOrderLedger ledger, CancellationToken cancellationToken)
    {
        var known = false;
        if (OrderId.TryParse(id, out var orderId, out var fault))
        {
            known = true;
            if (await ledger.FindAsync(merchant, orderId, cancellationToken).ConfigureAwait(false) is { } found)
                return found;
        }

        if (PurchaseId.TryParse(id, out var purchaseId, out _))
            return await ledger.FindPurchaseAsync(merchant, purchaseId, cancellationToken).ConfigureAwait(false);
        return known ? null : throw new CommandFault($"'{id}' is not an order id: {fault}");
    }

    private static void Write(
        AttemptSnapshot found, IReadOnlyList<Attempt> attempts, IReadOnlyList<JournalEntry> journal, IReadOnlyList<RefundRecord> refunds, TextWriter output)
    {
        var (attempt, purchase) = (found.Attempt, found.Purchase);
        output.WriteLine($"{attempt.OrderId}  {attempt.State}  {attempt.Amount}{(purchase.TestMode ? "  test mode" : "")}");
        output.WriteLine($"  purchase     {purchase.PurchaseId}  {purchase.OrderName}");
        if (purchase.OrderNumber is { } number)
            output.WriteLine($"  order number {number}");
        output.WriteLine($"  payment key  {attempt.PaymentKey?.ToString() ?? "none; it was never sent"}");
        foreach (var other in attempts.Where(other => other.OrderId != attempt.OrderId))
            output.WriteLine($"  also         {other.OrderId}  {other.State}");
        foreach (var refund in refunds)
            output.WriteLine($"  refund       {refund.RefundId}  {refund.State}  {Words.Refunded(refund.Amount)}");
        foreach (var row in journal)
            output.WriteLine($"  {(row.OrderId == attempt.OrderId ? "" : $"{row.OrderId}  ")}{JournalRows.Text(row)}");
    }

    private static void Write(
        AttemptSnapshot found, IReadOnlyList<Attempt> attempts, IReadOnlyList<JournalEntry> journal, IReadOnlyList<RefundRecord> refunds, JsonLine json)
    {
        var (attempt, purchase) = (found.Attempt, found.Purchase);
        json.Text("orderId", attempt.OrderId.Value);
        json.Text("state", attempt.State.ToString());
        json.Text("purchaseId", purchase.PurchaseId.Value);
        json.Text("orderName", purchase.OrderName);
        json.Text("orderNumber", purchase.OrderNumber);
        json.Amount("amount", attempt.Amount);
        json.Text("paymentKey", attempt.PaymentKey?.Value);
        json.Flag("testMode", purchase.TestMode);
        json.Objects("attempts", attempts, (inner, other) =>
        {
            inner.Text("orderId", other.OrderId.Value);
            inner.Text("state", other.State.ToString());
        });
        json.Objects("refunds", refunds, (inner, refund) =>
        {
            inner.Text("refundId", refund.RefundId.Value);
            inner.Text("state", refund.State.ToString());
            inner.Number("amount", refund.Amount);
        });
        json.Objects("journal", journal, JournalRows.Write);
    }
}
