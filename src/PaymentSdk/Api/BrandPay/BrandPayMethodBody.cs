namespace PaymentSdk.Api.BrandPay;

/// <summary>The body that names a method (docs/spec/payment-api.md §2.6).</summary>
internal sealed record BrandPayMethodBody(string MethodKey);
