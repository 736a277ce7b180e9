namespace PaymentSdk.Api.BrandPay;

/// <summary>The body of a request for an access token (docs/spec/payment-api.md §2.6).</summary>
internal sealed record BrandPayTokenBody(CustomerKey CustomerKey, string GrantType, string? Code, AccessToken? RefreshToken, BrandPayIdentity? CustomerIdentity);
