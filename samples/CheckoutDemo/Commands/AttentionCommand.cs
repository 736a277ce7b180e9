using System.Globalization;
using PaymentSdk;

namespace CheckoutDemo.Commands;

/// <summary><c>attention</c>: what needs an operator, with its evidence and the next step.</summary>
internal static class AttentionCommand
{
    public static ShopCommand Command { get; } = new("attention", [""], "Lists the orders that need an operator, longest waiting first.", RunAsync);

    private static async Task<int> RunAsync(WebApplication app, string[] arguments, TextWriter output)
    {
        new CommandLine(arguments).End();
        var items = await app.Services.GetRequiredService<IPaymentReviews>().ListAsync();
        foreach (var item in items)
            Write(item, output);
        output.WriteLine(items.Count == 0 ? "No order needs an operator." : $"{items.Count} {(items.Count == 1 ? "order needs" : "orders need")} an operator.");
        return items.Count == 0 ? ExitCode.Done : ExitCode.Open;
    }

    private static void Write(AttentionItem item, TextWriter output)
    {
        output.WriteLine($"{item.Order.OrderId}  {item.State}  {item.Order.Amount}  since {Moment(item.Since)}");
        output.WriteLine($"  payment key  {item.PaymentKey?.ToString() ?? "none; it was never sent"}");
        if (item.Refund is { } refund)
            output.WriteLine($"  refund       {refund.RefundId}  {refund.State}  {refund.Amount?.ToString(CultureInfo.InvariantCulture) ?? "everything that is left"}");
        foreach (var row in item.Evidence)
            output.WriteLine($"  {Moment(row.RecordedAt)}  {row.From?.ToString() ?? "-"} -> {row.To}  by {row.Cause} of {row.Actor}{(row.Evidence is null ? "" : $"  ({row.Evidence})")}");
        output.WriteLine($"  {item.NextStep.English}");
        output.WriteLine($"  {item.NextStep.Korean}\n");
    }

    private static string Moment(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
