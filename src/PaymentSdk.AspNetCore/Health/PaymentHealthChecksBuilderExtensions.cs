using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PaymentSdk.AspNetCore.Health;

namespace PaymentSdk;

/// <summary>Adds the health of payments to a host's health checks.</summary>
public static class PaymentHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds the health of one registration. Unhealthy: its ledger does not answer or cannot be used. Degraded: the last three or more calls to the
    /// payment API found it unavailable or failing, or had their keys refused; an outcome has been unknown for more than 15 minutes; orders need an
    /// operator; duplicate payments, failed payouts or discrepancies of the reconciliation are open; an order event has waited more than 15 minutes
    /// for its handlers; the inbox of webhooks is half full; commits were refused because of their data; changed settings are not valid. The
    /// description names the causes in plain words, and the data has the figures. The check never calls the payment API. Do not restart a host
    /// that is degraded, because a restart fixes none of these.
    /// </summary>
    /// <param name="builder">The host's health checks.</param>
    /// <param name="merchant">The name of the registration. The default is the unnamed registration.</param>
    /// <param name="name">The name of the check. The default is <c>payment</c>, or <c>payment-{merchant}</c> for a named registration.</param>
    /// <param name="failureStatus">The status that is reported when the ledger does not answer or cannot be used. The default is unhealthy.</param>
    /// <param name="tags">The tags by which health checks can be filtered. By default, the check has no tags.</param>
    public static IHealthChecksBuilder AddPaymentSdk(
        this IHealthChecksBuilder builder, string merchant = "", string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(merchant);
        return builder.Add(new HealthCheckRegistration(
            name ?? (merchant.Length == 0 ? "payment" : $"payment-{merchant}"),
            services => new PaymentHealthCheck(services, merchant),
            failureStatus,
            tags));
    }
}
