using PaymentSdk.Sandbox.Books;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>The shop that a control speaks of.</summary>
internal static class ControlMerchant
{
    /// <summary>The shop of a client key; without one the first.</summary>
    public static Merchant OfControl(this Merchants merchants, string? clientKey) =>
        (clientKey is null ? merchants.All[0] : merchants.ByClientKey(clientKey))
        ?? throw new ControlFormatException("The client key is not one of this gateway's.");
}
