using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Ledger;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.AspNetCore.Tests;

/// <summary>A real ledger that a test can make unavailable, and whose statistics and results for webhooks a test can replace.</summary>
internal sealed class ControlledLedger(IOrderLedger ledger) : PassingLedger(ledger)
{
    public bool IsUnavailable { get; set; }

    /// <summary>Whether every lookup of an order hangs.</summary>
    public bool Hangs { get; set; }

    /// <summary>Returns the statistics to report instead of the real ones.</summary>
    public Func<LedgerStatistics, LedgerStatistics> Figures { get; set; } = figures => figures;

    /// <summary>The number of further commits to refuse because of their data.</summary>
    public int DataRefusals { get; set; }

    /// <summary>The result for every webhook; null uses the result of the real ledger.</summary>
    public InboxResult? Received { get; set; }

    /// <summary>Wraps the ledger of a registration.</summary>
    public static void Wrap(PaymentSdkBuilder payments) => Around(payments, real => new ControlledLedger(real));

    public static ControlledLedger Of(IServiceProvider services, string merchant = "") => (ControlledLedger)services.GetRequiredKeyedService<IOrderLedger>(merchant);

    public override async ValueTask<LedgerStatistics> ReadStatisticsAsync(string merchant, CancellationToken cancellationToken)
    {
        ThrowIfUnavailable();
        return Figures(await base.ReadStatisticsAsync(merchant, cancellationToken));
    }

    public override async ValueTask<AttemptSnapshot?> FindAsync(string merchant, OrderId orderId, CancellationToken cancellationToken)
    {
        ThrowIfUnavailable();
        if (Hangs)
            await Task.Delay(Timeout.Infinite, cancellationToken);
        return await base.FindAsync(merchant, orderId, cancellationToken);
    }

    public override ValueTask<LedgerCommitResult> CommitAsync(LedgerCommit commit, CancellationToken cancellationToken) =>
        DataRefusals-- > 0 ? ValueTask.FromResult(LedgerCommitResult.DataRefused) : base.CommitAsync(commit, cancellationToken);

    public override ValueTask<InboxResult> ReceiveAsync(InboxMessage message, int mostWaiting, TimeSpan replayWithin, CancellationToken cancellationToken) =>
        Received is { } result ? ValueTask.FromResult(result) : base.ReceiveAsync(message, mostWaiting, replayWithin, cancellationToken);

    private void ThrowIfUnavailable()
    {
        if (IsUnavailable)
            throw new LedgerException("The database is unavailable.");
    }
}
