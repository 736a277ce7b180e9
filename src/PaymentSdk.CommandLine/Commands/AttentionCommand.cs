using System.CommandLine;
using PaymentSdk.CommandLine.Reports;

namespace PaymentSdk.CommandLine.Commands;

/// <summary><c>attention</c>: lists the orders that need an operator, with their evidence and the next step.</summary>
internal static class AttentionCommand
{
    /// <summary>The maximum number of orders that are printed. Operators work through the list from the top.</summary>
    private const int MaxCount = 1000;

    public static Command Create(CommandRun run)
    {
        var command = new Command("attention", "Lists the orders that need an operator, longest waiting first, with evidence and the next step.");
        run.Handle(command, async (_, context, cancellationToken) =>
        {
            var items = await context.Get<IPaymentReviews>().ListAsync(MaxCount, cancellationToken).ConfigureAwait(false);
            foreach (var item in items)
                context.Write(json => Write(item, json), text => Write(item, text));
            context.WriteSum(items.Count == 0 ? "No order needs an operator." : $"{Words.Count(items.Count, "order needs", "orders need")} an operator.");
            return items.Count == 0 ? ExitCode.Done : ExitCode.Open;
        });
        return command;
    }

    private static void Write(AttentionItem item, TextWriter output)
    {
        output.WriteLine($"{item.Order.OrderId}  {item.State}  {item.Order.Amount}  since {Words.Moment(item.Since)}");
        if (item.Order.OrderNumber is { } number)
            output.WriteLine($"  order number {number}");
        output.WriteLine($"  payment key  {item.PaymentKey?.ToString() ?? "none; it was never sent"}");
        if (item.TakenAmount is { } taken)
            output.WriteLine($"  taken        {taken}, and not {item.Order.Amount}");
        if (item.Refund is { } refund)
            output.WriteLine($"  refund       {refund.RefundId}  {refund.Status}  {Words.Refunded(refund.Amount?.Value)}");
        foreach (var row in item.Evidence)
            output.WriteLine("  " + JournalRows.Text(row));
        output.WriteLine($"  {item.NextStep.English}");
        output.WriteLine($"  {item.NextStep.Korean}\n");
    }

    private static void Write(AttentionItem item, JsonLine json)
    {
        json.Text("orderId", item.Order.OrderId.Value);
        json.Text("purchaseId", item.Order.PurchaseId.Value);
        json.Text("orderNumber", item.Order.OrderNumber);
        json.Text("state", item.State.ToString());
        json.Amount("amount", item.Order.Amount);
        json.Amount("takenAmount", item.TakenAmount);
        json.Moment("since", item.Since);
        json.Text("paymentKey", item.PaymentKey?.Value);
        json.Flag("isDuplicate", item.IsDuplicate);
        json.Moment("reversalRequestedAt", item.ReversalRequestedAt);
        json.Moment("lateApprovalAt", item.LateApprovalAt);
        json.Text("refundId", item.Refund?.RefundId.Value);
        json.Text("refundState", item.Refund?.Status.ToString());
        json.Number("refundAmount", item.Refund?.Amount?.Value);
        json.Objects("evidence", item.Evidence, JournalRows.Write);
        json.Object("nextStep", inner =>
        {
            inner.Text("ko", item.NextStep.Korean);
            inner.Text("en", item.NextStep.English);
        });
    }
}
