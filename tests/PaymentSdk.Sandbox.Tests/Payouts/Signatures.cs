using System.Security.Cryptography;
using System.Text;
using PaymentSdk.Sandbox.Tests.Delivery;

namespace PaymentSdk.Sandbox.Tests.Payouts;

/// <summary>The expected signature of a webhook.</summary>
internal static class Signatures
{
    public static string Of(Received message, byte[] key)
    {
        var signed = $"{message.Text}:{message.Headers["tosspayments-webhook-transmission-time"]}";
        return $"v1:{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)))}";
    }
}
