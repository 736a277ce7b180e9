using System.Text.Json;
using PaymentSdk.Http;
using PaymentSdk.Values;

namespace PaymentSdk.Payments;

/// <summary>What a cancel is on the wire.</summary>
internal static class CancelWire
{
    public static ApiRequest Build(PaymentKey paymentKey, CancelRequest request) => new()
    {
        Operation = ApiOperation.Cancel,
        Path = $"/v1/payments/{ApiRequest.Segment(paymentKey.Value)}/cancel",
        IdempotencyKey = request.IdempotencyKey,
        Body = JsonSerializer.SerializeToUtf8Bytes(Body(request), PaymentJson.Default.CancelBody),
    };

    private static CancelBody Body(CancelRequest request) => new()
    {
        CancelReason = request.CancelReason,
        CancelAmount = Amount(request.CancelAmount),
        TaxFreeAmount = Amount(request.TaxFreeAmount),
        RefundableAmount = Amount(request.RefundableAmount),
        Currency = request.Currency?.Value,
        RefundReceiveAccount = request.RefundReceiveAccount is { } account
            ? new CancelBody.RefundAccountBody(account.Bank, account.AccountNumber, account.HolderName)
            : null,
    };

    private static decimal? Amount(decimal? amount) => amount is { } value ? WireAmount.Shortest(value) : null;
}
