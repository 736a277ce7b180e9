using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PaymentSdk;

namespace CheckoutDemo.Operator;

/// <summary>What the operator does with discrepancies and events.</summary>
internal static class ReconciliationActions
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    /// <summary>The last three days and today, which is not over.</summary>
    public static Task<Results<Ok<Told>, JsonHttpResult<Told>>> ReconcileAsync(IReconciliation books, TimeProvider time, CancellationToken pageLeft) => Told.OfAsync(async () =>
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Korea).DateTime);
        var report = await books.ReconcileAsync(new ReconciliationRange(today.AddDays(-3), today.AddDays(1)), pageLeft);
        return new Told(report.Breaks.Count == 0, Text: Text(report));
    });

    public static Task<Results<Ok<Told>, JsonHttpResult<Told>>> AssignAsync(string key, OrderActionRequest wish, IReconciliation books) =>
        Told.OfAsync(async () => Open(await books.AssignAsync(key, wish.Who)));

    public static Task<Results<Ok<Told>, JsonHttpResult<Told>>> CloseAsync(string key, OrderActionRequest wish, IReconciliation books) =>
        Told.OfAsync(async () => Open(await books.CloseAsync(key, wish.Who, wish.Why)));

    public static Task<Results<Ok<Told>, JsonHttpResult<Told>>> RetryAsync(Guid id, IOrderEvents events) =>
        Told.OfAsync(async () => Decided(await events.RetryAsync(id)));

    public static Task<Results<Ok<Told>, JsonHttpResult<Told>>> SkipAsync(Guid id, OrderActionRequest wish, IOrderEvents events) =>
        Told.OfAsync(async () => Decided(await events.SkipAsync(id, wish.Who, wish.Why)));

    /// <summary>The sums and the total; the discrepancies have a list of their own on the page.</summary>
    private static string Text(ReconciliationReport report)
    {
        var sums = report.Sums.Select(sum => string.Create(
            CultureInfo.InvariantCulture, $"{sum.Method} {sum.Currency}: ours {sum.Ours:#,##0.##}, theirs {sum.Theirs:#,##0.##}"));
        var total = report.Breaks.Count == 0 ? "The books agree." : $"{report.Breaks.Count} open {(report.Breaks.Count == 1 ? "break" : "breaks")}.";
        return string.Join('\n', [$"{report.Range.From:yyyy-MM-dd} to {report.Range.Until.AddDays(-1):yyyy-MM-dd}", .. sums, total]);
    }

    private static Told Open(bool changed) => changed ? new Told(true) : new Told(false, "break-not-open");

    private static Told Decided(DeliveryResult decision) => decision switch
    {
        DeliveryResult.Done => new Told(true),
        DeliveryResult.BeingDelivered => new Told(false, "event-in-delivery"),
        _ => new Told(false, "event-over"),
    };
}
