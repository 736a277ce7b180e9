using System.Security.Cryptography;
using System.Text;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>Signs a message over its raw bytes and the time of its transmission (docs/spec/payment-api.md §7.3): one signature for each key.</summary>
internal static class WebhookSignature
{
    /// <param name="body">The bytes that are sent.</param>
    /// <param name="transmissionTime">The header's value.</param>
    /// <param name="securityKeys">The shop's keys, as text of 64 hex characters.</param>
    /// <param name="withKeyText">True signs with the text of a key, false with the 32 bytes that it stands for; which the real service does is not known.</param>
    public static string Of(byte[] body, string transmissionTime, IEnumerable<string> securityKeys, bool withKeyText)
    {
        byte[] signed = [.. body, .. Encoding.UTF8.GetBytes($":{transmissionTime}")];
        return string.Join(',', securityKeys.Select(key =>
            $"v1:{Convert.ToBase64String(HMACSHA256.HashData(withKeyText ? Encoding.ASCII.GetBytes(key) : Convert.FromHexString(key), signed))}"));
    }
}
