using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.BrandPay;

/// <summary>What the confirm of BrandPay is on the wire.</summary>
internal static class BrandPayConfirmWire
{
    public static ApiRequest Build(BrandPayConfirmRequest request) => ApiRequest.Post(
        BrandPayOperations.Confirm, BrandPayOperations.Confirm.Route, request, BrandPayJson.Default.BrandPayConfirmRequest, request.IdempotencyKey);
}
