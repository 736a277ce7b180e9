using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PaymentSdk.Api.Wire;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Configuration;
using PaymentSdk.Ledger;
using PaymentSdk.Monitoring;

namespace PaymentSdk.AspNetCore.Health;

/// <summary>
/// The health of one registration. It is unhealthy when the ledger does not answer or cannot be used, because no payment is begun then. It is
/// degraded when something waits for an operator, and the description says what.
/// </summary>
internal sealed class PaymentHealthCheck(IServiceProvider services, string merchant) : IHealthCheck
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(5);

    /// <summary>The maximum age of a reading of the ledger that several probes share.</summary>
    private static readonly TimeSpan NotOlderThan = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failed = context.Registration.FailureStatus;
        if (services.GetKeyedService<IPaymentSettingsSource>(merchant) is not { } settings)
            return new(failed, $"There is no registration named '{merchant}'. Add it with AddPaymentSdk.");

        var alerts = SettingsAlerts(settings);
        var pulse = services.GetRequiredKeyedService<ApiPulse>(merchant);
        if (ApiAlert.In(pulse) is { } outage)
            alerts.Add(outage);
        var data = new Dictionary<string, object> { ["settingsFaults"] = settings.ReloadFaults.Count, ["apiFailures"] = pulse.Failing.Failures };
        if (services.GetKeyedService<CheckoutContext>(merchant)?.RefusedCommits is { } refused)
        {
            data["commitsRefused"] = refused.Seen.Count;
            if (RefusedCommitsAlert.In(refused) is { } alert)
                alerts.Add(alert);
        }

        // A host that uses only the client has no ledger.
        if (services.GetKeyedService<LedgerWatch>(merchant) is { } watch)
        {
            try
            {
                var figures = await ReadAsync(watch, cancellationToken).ConfigureAwait(false);
                AddTo(data, figures);
                if (figures.Faults.Count > 0)
                    return new(failed, string.Join(' ', figures.Faults), data: data);
                alerts.AddRange(LedgerAlerts.In(figures, watch.AnyEventHandlers));
            }
            catch (Exception unavailable) when (unavailable is LedgerException || (unavailable is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                return new(failed, "The payment ledger does not answer: no payment is begun until it does. Check its database.", unavailable, data);
            }
        }

        return alerts.Count == 0
            ? HealthCheckResult.Healthy("Payments work, and nothing waits for an operator.", data)
            : HealthCheckResult.Degraded(string.Join(' ', alerts), data: data);
    }

    private async Task<LedgerStatistics> ReadAsync(LedgerWatch watch, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeLimit, services.GetRequiredService<TimeProvider>());
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        // A database that blocks its thread must not block the probe.
        return await Task.Run(() => watch.ReadAsync(NotOlderThan, end.Token), end.Token).WaitAsync(end.Token).ConfigureAwait(false);
    }

    // The faults themselves are only logged, because they repeat parts of what an operator wrote.
    private static List<string> SettingsAlerts(IPaymentSettingsSource settings) => settings.ReloadFaults.Count == 0
        ? []
        : ["The payment settings were changed and are not valid; the last good ones stay in use. The log names each fault."];

    private static void AddTo(Dictionary<string, object> data, LedgerStatistics figures)
    {
        data["oldestUnknownSeconds"] = LedgerAlerts.Age(figures, figures.OldestUnknownSince)?.TotalSeconds ?? 0;
        data["attention"] = figures.Attention;
        data["duplicatePayments"] = figures.DuplicatePayments;
        data["failedPayouts"] = figures.FailedPayouts;
        data["openBreaks"] = figures.OpenBreaks;
        data["oldestUndeliveredSeconds"] = LedgerAlerts.Age(figures, figures.OldestUndeliveredSince)?.TotalSeconds ?? 0;
        data["waitingWebhooks"] = figures.WaitingWebhooks;
    }
}
