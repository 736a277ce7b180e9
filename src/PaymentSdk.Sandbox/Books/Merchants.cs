using System.Collections.Frozen;
using System.Globalization;

namespace PaymentSdk.Sandbox.Books;

/// <summary>The shops that the gateway knows, found by either of their keys.</summary>
internal sealed class Merchants
{
    private readonly FrozenDictionary<string, Merchant> _bySecretKey;
    private readonly FrozenDictionary<string, Merchant> _byClientKey;

    public Merchants(IEnumerable<SandboxKeyPair> keys)
    {
        All = [.. keys.Select(Named)];
        _bySecretKey = All.ToFrozenDictionary(merchant => merchant.SecretKey, StringComparer.Ordinal);
        _byClientKey = All.ToFrozenDictionary(merchant => merchant.ClientKey, StringComparer.Ordinal);
    }

    public IReadOnlyList<Merchant> All { get; }

    public Merchant? BySecretKey(string key) => _bySecretKey.GetValueOrDefault(key);

    public Merchant? ByClientKey(string key) => _byClientKey.GetValueOrDefault(key);

    private static Merchant Named(SandboxKeyPair pair, int index) =>
        new(string.Create(CultureInfo.InvariantCulture, $"tsandbox{index + 1:00}"), pair.SecretKey, pair.ClientKey)
        {
            Origins = pair.MerchantOrigins,
            WebhookUrl = pair.WebhookUrl,
        };
}
