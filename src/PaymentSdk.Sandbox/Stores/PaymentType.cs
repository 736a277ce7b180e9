namespace PaymentSdk.Sandbox.Stores;

/// <summary>The values of a payment's <c>type</c>, in the spelling of the API (docs/spec/payment-api.md §3.1).</summary>
internal static class PaymentType
{
    public const string Normal = "NORMAL";
    public const string Billing = "BILLING";
    public const string BrandPay = "BRANDPAY";
}
