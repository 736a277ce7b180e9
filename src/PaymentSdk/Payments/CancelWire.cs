using System.Text.Json;
using PaymentSdk.Http;
using PaymentSdk.Settings;
using PaymentSdk.Values;

namespace PaymentSdk.Payments;

/// <summary>What a cancel is on the wire.</summary>
internal static class CancelWire
{
    /// <summary>The absolute address of the cancel of a payment.</summary>
    public static string Url(PaymentSettings settings, PaymentKey paymentKey) =>
        settings.ApiBaseAddress.AbsoluteUri.TrimEnd('/') + Path(paymentKey);

    public static ApiRequest Build(PaymentKey paymentKey, CancelRequest request) => new()
    {
        Operation = ApiOperation.Cancel,
        Path = Path(paymentKey),
        IdempotencyKey = request.IdempotencyKey,
        Body = JsonSerializer.SerializeToUtf8Bytes(Body(request), PaymentJson.Default.CancelBody),
    };

    private static string Path(PaymentKey paymentKey) => $"/v1/payments/{ApiRequest.Segment(paymentKey.Value)}/cancel";

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
