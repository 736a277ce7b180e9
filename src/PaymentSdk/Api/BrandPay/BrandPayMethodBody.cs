namespace PaymentSdk.Api.BrandPay;

/// <summary>The body of a request about one registered method (docs/spec/payment-api.md §2.6).</summary>
internal sealed record BrandPayMethodBody(string MethodKey);
