using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;

namespace PaymentSdk.Monitoring;

/// <summary>
/// Publishes the figures of one registration as gauges. The ledger is read four times a minute while at least one gauge is being observed, and not at
/// all otherwise. A scrape itself does not read the ledger.
/// </summary>
internal sealed class LedgerGauges : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private readonly Meter _meter = Telemetry.NewMeter();
    private readonly LedgerWatch _watch;
    private readonly TimeProvider _time;
    private readonly KeyValuePair<string, object?> _merchant;
    private readonly List<Instrument> _gauges = [];
    private volatile bool _asked;

    public LedgerGauges(string merchant, LedgerWatch watch, TimeProvider time)
    {
        (_watch, _time, _merchant) = (watch, time, new("merchant", merchant));
        Gauge("paymentsdk.ledger.oldest_unknown", "s", "How long the oldest unresolved outcome of a payment has been unknown; 0 when there is none.", figures => Seconds(figures, figures.OldestUnknownSince));
        Gauge("paymentsdk.ledger.attention", "{order}", "Orders that need an operator.", figures => figures.Attention);
        Gauge("paymentsdk.ledger.duplicate_payments", "{payment}", "Duplicate payments still to be canceled.", figures => figures.DuplicatePayments);
        Gauge("paymentsdk.ledger.failed_payouts", "{refund}", "Refunds that could not be paid out to the buyer's account.", figures => figures.FailedPayouts);
        Gauge("paymentsdk.ledger.open_breaks", "{break}", "Open discrepancies between the ledger and the gateway's transactions.", figures => figures.OpenBreaks);
        Gauge("paymentsdk.ledger.oldest_undelivered", "s", "How long the oldest order event has waited for its handlers; 0 when none waits.", figures => Seconds(figures, figures.OldestUndeliveredSince));
        Gauge("paymentsdk.ledger.waiting_webhooks", "{webhook}", "Webhooks that are stored and not handled.", figures => figures.WaitingWebhooks);
        _gauges.Add(_meter.CreateObservableGauge("paymentsdk.ledger.available", Available, "{ledger}", "1 while the ledger answers and can be used, 0 while it cannot."));
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (_gauges.Exists(gauge => gauge.Enabled))
                await ReadAsync(stoppingToken).ConfigureAwait(false);
            await Task.Delay(Every, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        try
        {
            await _watch.ReadAsync(TimeSpan.Zero, stoppingToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is LedgerException or OperationCanceledException)
        {
            // The gauges show this failure: they have no reading, and the ledger is reported as not available.
        }

        _asked = true;
    }

    private void Gauge(string name, string unit, string description, Func<LedgerStatistics, double> read) =>
        _gauges.Add(_meter.CreateObservableGauge(name, () => Measure(read), unit, description));

    private Measurement<double>[] Measure(Func<LedgerStatistics, double> read) => _watch.Last is { } figures ? [new(read(figures), _merchant)] : [];

    private Measurement<int>[] Available() => _asked ? [new(_watch.Last is { Faults.Count: 0 } ? 1 : 0, _merchant)] : [];

    private static double Seconds(LedgerStatistics figures, DateTimeOffset? since) => LedgerAlerts.Age(figures, since)?.TotalSeconds ?? 0;
}
