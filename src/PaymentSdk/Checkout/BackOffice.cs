using PaymentSdk.Checkout.Charges;
using PaymentSdk.Checkout.People;
using PaymentSdk.Checkout.Refunds;

namespace PaymentSdk.Checkout;

/// <summary>What the shop itself does, beside what its buyers do.</summary>
internal sealed record BackOffice(ShopRefunds Refunds, Reversals Reversals, Attention Attention, Resolving Resolving, Charging Charging);
