using System.Security.Cryptography;
using System.Text;

namespace PaymentSdk.Webhooks;

/// <summary>
/// The one thing a deposit callback proves itself by: the secret that the payment was given. A shop keeps
/// its hash, not the secret.
/// </summary>
public static class DepositSecret
{
    /// <summary>What to keep of a secret: its SHA-256, 64 lower-case hexadecimal characters.</summary>
    public static string Hash(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
    }

    /// <summary>Whether a secret is the one of the kept hash, in a time that tells nothing. False when either is missing or the hash is none.</summary>
    /// <param name="secret">What the webhook says.</param>
    /// <param name="keptHash">What was kept: 64 hexadecimal characters, of either case.</param>
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
