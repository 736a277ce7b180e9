using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.BrandPay;

/// <summary>Builds the HTTP request of a BrandPay confirm.</summary>
internal static class BrandPayConfirmWire
{
    public static ApiRequest Build(BrandPayConfirmRequest request) => ApiRequest.Post(
        BrandPayOperations.Confirm, BrandPayOperations.Confirm.Route, request, BrandPayJson.Default.BrandPayConfirmRequest, request.IdempotencyKey);
}
