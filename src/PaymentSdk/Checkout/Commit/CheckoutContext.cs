using Microsoft.Extensions.Logging;
using PaymentSdk.Checkout.Budget;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;
using PaymentSdk.Runtime;

namespace PaymentSdk.Checkout.Commit;

/// <summary>What the parts of one registration's checkout share.</summary>
internal sealed record CheckoutContext(
    string Merchant,
    IOrderLedger Ledger,
    IPaymentClient Client,
    IPaymentSettingsSource Settings,
    ICheckoutRuntime Runtime,
    WorkSignal Work,
    ILogger Logger)
{
    public TimeProvider Time => Runtime.Time;

    public ILogger Logger { get; } = new SafeLogger(Logger);

    /// <summary>The requests that recovery may make.</summary>
    public RequestBudget Budget { get; } = new(Settings, Runtime.Time);

    /// <summary>How often routine queries are made.</summary>
    public RecoveryPace Pace { get; } = new();

    /// <summary>The commits that the database refused for their data.</summary>
    public RefusedCommits RefusedCommits { get; } = new(Runtime.Time);
}
