namespace PaymentSdk.Sandbox.Stores;

/// <summary>The <c>type</c> of a payment, as written on the wire (docs/spec/payment-api.md §3.1).</summary>
internal static class PaymentType
{
    public const string Normal = "NORMAL";
    public const string Billing = "BILLING";
    public const string BrandPay = "BRANDPAY";
}
