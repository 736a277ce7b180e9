using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>The shop that a control speaks of.</summary>
internal static class ControlMerchant
{
    /// <summary>Where the guard leaves the shop whose secret key a caller sent.</summary>
    public static readonly object Item = new();

    /// <summary>The shop of a client key, else the one whose secret key was sent; null: whichever uses first what is made.</summary>
    public static Merchant? OfControl(this Merchants merchants, string? clientKey, HttpContext? context = null) => clientKey is null
        ? context?.Items[Item] as Merchant
        : merchants.ByClientKey(clientKey) ?? throw new ControlFormatException("The client key is not one of this gateway's.");
}
