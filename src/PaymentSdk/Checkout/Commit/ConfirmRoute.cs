using System.Security.Cryptography;
using PaymentSdk.Api;
using PaymentSdk.Api.BrandPay;
using PaymentSdk.Api.Payments;
using PaymentSdk.Api.Wire;
using PaymentSdk.Configuration;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Commit;

/// <summary>
/// Which confirm a payment goes to: the core one, or that of BrandPay, which alone confirms payments of the type
/// <c>BRANDPAY</c> (docs/spec/payment-api.md §2.6). The attempt keeps it as the address it was begun with.
/// </summary>
internal static class ConfirmRoute
{
    /// <summary>Whether the window handed over a BrandPay payment.</summary>
    public static bool IsBrandPay(string? paymentType) => string.Equals(paymentType, PaymentType.BrandPay.Value, StringComparison.Ordinal);

    /// <summary>Whether it is charged without a window: sent once, and looked up by its order id until the gateway has named its payment.</summary>
    public static bool IsCharge(Attempt attempt) => attempt.Kind is AttemptKind.Billing or AttemptKind.KeyIn;

    /// <summary>The absolute address and the SHA-256 (hexadecimal, lower case) of the exact body: the ledger stores them before it is sent (docs/spec/money.md §3).</summary>
    public static (string Url, string BodyHash) Describe(PaymentSettings settings, AttemptSnapshot entry)
    {
        var wire = entry.Attempt.Kind == AttemptKind.BrandPay ? BrandPayConfirmWire.Build(OfBrandPay(entry)) : ConfirmWire.Build(Core(entry));
        return (wire.UrlAt(settings.ApiBaseAddress), Convert.ToHexStringLower(SHA256.HashData(wire.Body!)));
    }

    /// <summary>The address that a confirm of this kind goes to now.</summary>
    public static string Url(PaymentSettings settings, Attempt attempt) =>
        settings.ApiBaseAddress.AbsoluteUri.TrimEnd('/') + (attempt.Kind == AttemptKind.BrandPay ? BrandPayOperations.Confirm.Route : ApiOperation.Confirm.Route);

    /// <summary>Sends the stored confirm.</summary>
    public static Task<Payment> SendAsync(IPaymentClient client, AttemptSnapshot entry, RequestOptions options) => entry.Attempt.Kind == AttemptKind.BrandPay
        ? client.BrandPay.ConfirmAsync(OfBrandPay(entry), options, CancellationToken.None)
        : client.Payments.ConfirmAsync(Core(entry), options, CancellationToken.None);

    private static ConfirmRequest Core(AttemptSnapshot entry) => new()
    {
        PaymentKey = entry.Attempt.PaymentKey!.Value,
        OrderId = entry.Attempt.OrderId,
        Amount = entry.Attempt.Amount.Value,
        IdempotencyKey = entry.Attempt.IdempotencyKey!.Value,
    };

    private static BrandPayConfirmRequest OfBrandPay(AttemptSnapshot entry) => new()
    {
        PaymentKey = entry.Attempt.PaymentKey!.Value,
        OrderId = entry.Attempt.OrderId,
        Amount = entry.Attempt.Amount.Value,
        CustomerKey = entry.Purchase.CustomerKey!.Value,
        IdempotencyKey = entry.Attempt.IdempotencyKey!.Value,
    };
}
