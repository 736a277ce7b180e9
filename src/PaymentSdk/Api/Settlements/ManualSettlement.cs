namespace PaymentSdk.Api.Settlements;

/// <summary>The body that asks to acquire one payment (docs/spec/payment-api.md §2.3).</summary>
internal sealed record ManualSettlement(PaymentKey PaymentKey);
