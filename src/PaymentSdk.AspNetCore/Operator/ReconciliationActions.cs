using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Values;

namespace PaymentSdk.AspNetCore.Operator;

/// <summary>The actions of the operator on discrepancies and events.</summary>
internal static class ReconciliationActions
{
    /// <summary>Reconciles the last three days and today, which has not ended yet.</summary>
    public static async Task<Told> ReconcileAsync(OperatorCall call)
    {
        var time = call.Context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System;
        var today = KoreanTime.DayOf(time.GetUtcNow());
        var report = await call.Get<IReconciliation>().ReconcileAsync(new ReconciliationRange(today.AddDays(-3), today.AddDays(1))).ConfigureAwait(false);
        return new Told(true, Report: ReconciledDays.Of(report));
    }

    public static async Task<Told> AssignAsync(OperatorCall call) => Open(await call.Get<IReconciliation>().AssignAsync(Key(call), call.Actor).ConfigureAwait(false));

    public static async Task<Told> CloseAsync(OperatorCall call) => Open(await call.Get<IReconciliation>().CloseAsync(Key(call), call.Actor, call.Why).ConfigureAwait(false));

    public static async Task<Told> RetryAsync(OperatorCall call) => Decided(await call.Get<IOrderEvents>().RetryAsync(Id(call)).ConfigureAwait(false));

    public static async Task<Told> SkipAsync(OperatorCall call) => Decided(await call.Get<IOrderEvents>().SkipAsync(Id(call), call.Actor, call.Why).ConfigureAwait(false));

    private static string Key(OperatorCall call) => call.Request.Key is { Length: > 0 } key ? key : throw new ArgumentException("Send the 'key' of the discrepancy.");

    private static Guid Id(OperatorCall call) => call.Request.Id ?? throw new ArgumentException("Send the 'id' of the event.");

    private static Told Open(bool changed) => changed ? new Told(true) : new Told(false, "break-not-open");

    private static Told Decided(DeliveryResult decision) => decision switch
    {
        DeliveryResult.Done => new Told(true),
        DeliveryResult.BeingDelivered => new Told(false, "event-in-delivery"),
        _ => new Told(false, "event-over"),
    };
}

/// <summary>The result of a reconciliation, as the page shows it.</summary>
internal sealed record ReconciledDays(DateOnly From, DateOnly Last, IEnumerable<ReconciledSum> Sums, int Breaks)
{
    public static ReconciledDays Of(ReconciliationReport report) => new(
        report.Range.From, report.Range.Until.AddDays(-1),
        report.Sums.Select(sum => new ReconciledSum(sum.Method, sum.Currency.Value, sum.Ours, sum.Theirs)), report.Breaks.Count);
}

/// <summary>The amounts that moved through one method in one currency.</summary>
internal sealed record ReconciledSum(string Method, string Currency, decimal Ours, decimal Theirs);
