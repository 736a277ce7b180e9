namespace PaymentSdk.Simulation.Provider;

/// <summary>The secret keys of the gateway's merchant accounts, each with the time of its expiry.</summary>
internal sealed class GatewayAccounts
{
    private readonly Dictionary<string, (string MerchantId, DateTimeOffset Until)> _secrets = new(StringComparer.Ordinal);

    public void Issue(string secret, string merchantId) => _secrets[secret] = (merchantId, DateTimeOffset.MaxValue);

    /// <summary>Replaces a secret key; the old one stays valid for a while.</summary>
    public void Replace(string secret, DateTimeOffset now)
    {
        if (_secrets.TryGetValue(secret, out var known))
            _secrets[secret] = known with { Until = now + WorldLimits.SecretsOverlap };
    }

    /// <summary>Returns the merchant account of a secret key; null when the key is not valid.</summary>
    public string? Open(string secret, DateTimeOffset now) =>
        _secrets.TryGetValue(secret, out var known) && now < known.Until ? known.MerchantId : null;
}
