using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PaymentSdk.Checkout.Charges;

/// <summary>The order id of a charge derives from its charge id: the same charge is the same order, in every process and after every crash.</summary>
internal static class ChargeOrders
{
    private const string Prefix = "charge-";

    public static OrderId OrderId(string merchant, ChargeId chargeId) => PaymentSdk.OrderId.Parse(Prefix + Derive(merchant, chargeId));

    /// <summary>The purchase of a charge that was given none.</summary>
    public static PurchaseId PurchaseId(string merchant, ChargeId chargeId) => PaymentSdk.PurchaseId.Parse(Prefix + Derive(merchant, chargeId));

    private static string Derive(string merchant, ChargeId chargeId) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{merchant}\n{chargeId.Value}")));
}
