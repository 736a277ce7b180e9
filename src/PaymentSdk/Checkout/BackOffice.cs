using PaymentSdk.Checkout.Charges;
using PaymentSdk.Checkout.People;
using PaymentSdk.Checkout.Refunds;

namespace PaymentSdk.Checkout;

/// <summary>What the shop itself does, beside what its buyers do.</summary>
internal sealed record BackOffice(Refunding Refunding, TakingBack TakingBack, Attention Attention, Resolving Resolving, Charging Charging);
