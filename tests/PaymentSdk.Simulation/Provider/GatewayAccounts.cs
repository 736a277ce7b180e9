namespace PaymentSdk.Simulation.Provider;

/// <summary>The secrets that open the merchant accounts of the gateway, and until when.</summary>
internal sealed class GatewayAccounts
{
    private readonly Dictionary<string, (string MerchantId, DateTimeOffset Until)> _secrets = new(StringComparer.Ordinal);

    public void Issue(string secret, string merchantId) => _secrets[secret] = (merchantId, DateTimeOffset.MaxValue);

    /// <summary>A secret was issued anew: the old one goes on for a while.</summary>
    public void Replace(string secret, DateTimeOffset now)
    {
        if (_secrets.TryGetValue(secret, out var known))
            _secrets[secret] = known with { Until = now + WorldLimits.SecretsOverlap };
    }

    /// <summary>The account of a secret; null when it opens none.</summary>
    public string? Open(string secret, DateTimeOffset now) =>
        _secrets.TryGetValue(secret, out var known) && now < known.Until ? known.MerchantId : null;
}
