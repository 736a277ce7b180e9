using System.Security.Cryptography;
using PaymentSdk.Http;
using PaymentSdk.Settings;

namespace PaymentSdk.Payments;

/// <summary>What a confirm is on the wire, known before it is sent: the ledger stores it first (money.md §3).</summary>
internal static class ConfirmWire
{
    /// <summary>The absolute address and the SHA-256 (hexadecimal, lower case) of the exact body bytes.</summary>
    public static (string Url, string BodyHash) Describe(PaymentSettings settings, ConfirmRequest request)
    {
        var wire = Build(request);
        return (wire.UrlAt(settings.ApiBaseAddress), Convert.ToHexStringLower(SHA256.HashData(wire.Body!)));
    }

    public static ApiRequest Build(ConfirmRequest request) => ApiRequest.Post(
        ApiOperation.Confirm,
        ApiOperation.Confirm.Route,
        new ConfirmBody(request.PaymentKey.Value, request.OrderId.Value, request.Amount),
        PaymentJson.Default.ConfirmBody,
        request.IdempotencyKey);
}
