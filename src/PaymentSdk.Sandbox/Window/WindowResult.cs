using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Window;

/// <summary>What the promise of <c>requestPayment</c> resolves with (docs/spec/payment-api.md §9.3).</summary>
internal sealed record WindowResult(string? PaymentType, string PaymentKey, string OrderId, WindowAmount Amount)
{
    public static WindowResult Of(Payment payment) => new(
        payment.Session.Merchant.IsWidget ? "NORMAL" : null,
        payment.PaymentKey,
        payment.Session.OrderId,
        new WindowAmount(payment.Session.Currency, payment.Session.Amount));
}
