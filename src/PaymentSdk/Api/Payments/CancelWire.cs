using PaymentSdk.Api.Wire;
using PaymentSdk.Configuration;

namespace PaymentSdk.Api.Payments;

/// <summary>Builds the HTTP request of a cancel.</summary>
internal static class CancelWire
{
    /// <summary>Returns the absolute URL at which a payment is canceled.</summary>
    public static string Url(PaymentSettings settings, PaymentKey paymentKey) =>
        settings.ApiBaseAddress.AbsoluteUri.TrimEnd('/') + Path(paymentKey);

    public static ApiRequest Build(PaymentKey paymentKey, CancelRequest request) =>
        ApiRequest.Post(ApiOperation.Cancel, Path(paymentKey), Body(request), PaymentJson.Default.CancelBody, request.IdempotencyKey);

    private static string Path(PaymentKey paymentKey) => $"/v1/payments/{ApiRequest.Segment(paymentKey.Value)}/cancel";

    private static CancelBody Body(CancelRequest request) => new()
    {
        CancelReason = request.CancelReason,
        CancelAmount = request.CancelAmount,
        TaxFreeAmount = request.TaxFreeAmount,
        TaxExemptionAmount = request.TaxExemptionAmount,
        RefundableAmount = request.RefundableAmount,
        Currency = request.Currency?.Value,
        CancelRequestId = request.CancelRequestId,
        RefundReceiveAccount = request.RefundReceiveAccount is { } account
            ? new CancelBody.RefundAccountBody(account.Bank, account.AccountNumber, account.HolderName)
            : null,
    };
}
