namespace PaymentSdk.BrandPay;

/// <summary>The body that names a method (payment-api.md §2.6).</summary>
internal sealed record BrandPayMethodBody(string MethodKey);
