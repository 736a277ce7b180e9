using System.Security.Cryptography;
using PaymentSdk.Api;
using PaymentSdk.Api.BrandPay;
using PaymentSdk.Api.Payments;
using PaymentSdk.Api.Wire;
using PaymentSdk.Configuration;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Commit;

/// <summary>
/// The operation that confirms a payment: the core confirm, or the one of BrandPay, the only one that confirms payments of the type
/// <c>BRANDPAY</c> (docs/spec/payment-api.md §2.6). The attempt stores the URL to which its first confirm was sent.
/// </summary>
internal static class ConfirmRoute
{
    /// <summary>Whether the payment type that the window returned is BrandPay.</summary>
    public static bool IsBrandPay(string? paymentType) => string.Equals(paymentType, PaymentType.BrandPay.Value, StringComparison.Ordinal);

    /// <summary>
    /// Whether the attempt is a charge without a window. Such a charge is sent once, and queried by its order id until its payment key is known.
    /// </summary>
    public static bool IsCharge(Attempt attempt) => attempt.Kind is AttemptKind.Billing or AttemptKind.KeyIn;

    /// <summary>
    /// Returns the absolute URL of the confirm and the SHA-256 of its exact body (lower-case hexadecimal). The ledger stores both before the
    /// confirm is sent (docs/spec/money.md §3).
    /// </summary>
    public static (string Url, string BodyHash) Describe(PaymentSettings settings, AttemptSnapshot entry)
    {
        var wire = entry.Attempt.Kind == AttemptKind.BrandPay ? BrandPayConfirmWire.Build(OfBrandPay(entry)) : ConfirmWire.Build(Core(entry));
        return (wire.UrlAt(settings.ApiBaseAddress), Convert.ToHexStringLower(SHA256.HashData(wire.Body!)));
    }

    /// <summary>Returns the URL to which a confirm of this kind is sent with the current settings.</summary>
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
