using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>Finds the shop for which a control is called.</summary>
internal static class ControlMerchant
{
    /// <summary>The key of the request item in which the guard stores the shop whose secret key the caller sent.</summary>
    public static readonly object Item = new();

    /// <summary>
    /// Returns the shop of the client key, or else the shop whose secret key the caller sent. Returns null if the caller sent neither key. In that
    /// case, the object that the control creates belongs to the first shop that uses it.
    /// </summary>
    public static Merchant? OfControl(this Merchants merchants, string? clientKey, HttpContext? context = null) => clientKey is null
        ? context?.Items[Item] as Merchant
        : merchants.ByClientKey(clientKey) ?? throw new ControlFormatException("The gateway does not know this client key.");
}
