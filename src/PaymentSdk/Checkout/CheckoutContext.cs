using Microsoft.Extensions.Logging;
using PaymentSdk.Settings;

namespace PaymentSdk.Checkout;

/// <summary>What the rooms of one registration's checkout share.</summary>
internal sealed record CheckoutContext(
    string Merchant,
    IOrderLedger Ledger,
    IPaymentClient Client,
    IPaymentSettingsSource Settings,
    TimeProvider Time,
    ILogger Logger);
