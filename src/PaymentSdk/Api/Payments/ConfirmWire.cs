using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.Payments;

/// <summary>Builds the HTTP request of a confirm.</summary>
internal static class ConfirmWire
{
    public static ApiRequest Build(ConfirmRequest request) => ApiRequest.Post(
        ApiOperation.Confirm,
        ApiOperation.Confirm.Route,
        new ConfirmBody(request.PaymentKey.Value, request.OrderId.Value, request.Amount),
        PaymentJson.Default.ConfirmBody,
        request.IdempotencyKey);
}
