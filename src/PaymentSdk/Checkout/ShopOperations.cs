using PaymentSdk.Checkout.Charges;
using PaymentSdk.Checkout.Refunds;
using PaymentSdk.Checkout.Reversals;
using PaymentSdk.Checkout.Review;

namespace PaymentSdk.Checkout;

/// <summary>What the shop itself does, beside what its buyers do.</summary>
internal sealed record ShopOperations(ShopRefunds Refunds, ReversalProcess Reversals, Attention Attention, ManualReview ManualReview, ChargeProcess ChargeProcess);
