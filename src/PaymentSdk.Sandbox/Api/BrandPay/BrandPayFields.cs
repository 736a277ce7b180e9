using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.BrandPay;

/// <summary>Reads a customer key for BrandPay, which must have 2 to 50 characters (docs/spec/payment-api.md §2.6).</summary>
internal static class BrandPayFields
{
    public static string RequiredBrandPayCustomerKey(this Fields body) => CustomerKey(body.RequiredText("customerKey", int.MaxValue));

    public static string CustomerKey(string key) => key.Length is >= 2 and <= 50 ? key : throw new RefusedException("INVALID_CUSTOMER_KEY");
}
