using PaymentSdk.Checkout.Charges;
using PaymentSdk.Checkout.People;
using PaymentSdk.Checkout.Refunds;

namespace PaymentSdk.Checkout;

/// <summary>What the shop itself does, beside what its buyers do.</summary>
internal sealed record ShopOperations(ShopRefunds Refunds, Reversals Reversals, Attention Attention, ManualReview ManualReview, ChargeProcess ChargeProcess);
