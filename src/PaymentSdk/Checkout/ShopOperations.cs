using PaymentSdk.Checkout.Charges;
using PaymentSdk.Checkout.Refunds;
using PaymentSdk.Checkout.Reversals;
using PaymentSdk.Checkout.Review;

namespace PaymentSdk.Checkout;

/// <summary>The operations that the shop itself starts, in contrast to those of its buyers.</summary>
internal sealed record ShopOperations(ShopRefunds Refunds, ReversalProcess Reversals, Attention Attention, ManualReview ManualReview, ChargeProcess ChargeProcess);
