using System.Security.Cryptography;
using System.Text;

namespace PaymentSdk.Webhooks;

/// <summary>
/// Checks the secret of a deposit callback, which is the only proof that the payment API sent the callback. The secret must be the one that the API
/// returned with the payment; a shop stores the hash of that secret, not the secret.
/// </summary>
public static class DepositSecret
{
    /// <summary>Returns the hash to store for a secret: its SHA-256, as 64 lower-case hexadecimal characters.</summary>
    public static string Hash(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
    }

    /// <summary>
    /// Whether a secret matches the stored hash. The comparison takes constant time. Returns false when either value is missing or the hash is not
    /// valid.
    /// </summary>
    /// <param name="secret">The secret in the webhook.</param>
    /// <param name="keptHash">The stored hash: 64 hexadecimal characters, in upper or lower case.</param>
    public static bool Matches(string? secret, string? keptHash)
    {
        if (string.IsNullOrEmpty(secret) || keptHash is not { Length: 64 })
            return false;
        Span<byte> kept = stackalloc byte[SHA256.HashSizeInBytes];
        if (Convert.FromHexString(keptHash, kept, out _, out _) is not System.Buffers.OperationStatus.Done)
            return false;
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), kept);
    }
}
