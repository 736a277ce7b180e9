using PaymentSdk.Checkout.People;
using PaymentSdk.Checkout.Refunds;

namespace PaymentSdk.Checkout;

/// <summary>What the shop's own people do with an order, beside what its buyer does.</summary>
internal sealed record BackOffice(Refunding Refunding, TakingBack TakingBack, Attention Attention, Resolving Resolving);
