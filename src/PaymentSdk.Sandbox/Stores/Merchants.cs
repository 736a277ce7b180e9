using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using PaymentSdk.Sandbox.Values;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>The shops of the gateway, which are found by either of their keys.</summary>
internal sealed class Merchants
{
    private readonly FrozenDictionary<string, Merchant> _bySecretKey;
    private readonly FrozenDictionary<string, Merchant> _byClientKey;
    private readonly ConcurrentDictionary<Merchant, PageOrigins> _pages;

    public Merchants(IReadOnlyList<SandboxKeyPair> keys)
    {
        All = [.. keys.Select(Named)];
        _bySecretKey = All.Zip(keys, (merchant, pair) => pair.PreviousSecretKeys.Prepend(pair.SecretKey).Select(secret => KeyValuePair.Create(secret, merchant)))
            .SelectMany(secrets => secrets).ToFrozenDictionary(StringComparer.Ordinal);
        _pages = new(All.Zip(keys, (merchant, pair) => KeyValuePair.Create(merchant, new PageOrigins(pair.MerchantOrigins))));
        _byClientKey = All.ToFrozenDictionary(merchant => merchant.ClientKey, StringComparer.Ordinal);
    }

    public IReadOnlyList<Merchant> All { get; }

    public Merchant? BySecretKey(string key) => _bySecretKey.GetValueOrDefault(key);

    public Merchant? ByClientKey(string key) => _byClientKey.GetValueOrDefault(key);

    /// <summary>
    /// Returns the origins whose pages can frame the windows of a shop. If the shop is null, returns the origins of all shops, or any page if one
    /// shop accepts any page.
    /// </summary>
    public PageOrigins PagesOf(Merchant? merchant)
    {
        if (merchant is not null)
            return _pages[merchant];
        var all = All.Select(one => _pages[one].All).ToList();
        return new PageOrigins(all.Any(pages => pages.Count == 0) ? [] : [.. all.SelectMany(pages => pages).Distinct(StringComparer.Ordinal)]);
    }

    public void Register(Merchant merchant, PageOrigins pages) => _pages[merchant] = pages;

    private static Merchant Named(SandboxKeyPair pair, int index) =>
        new(string.Create(CultureInfo.InvariantCulture, $"tsandbox{index + 1:00}"), pair.SecretKey, pair.ClientKey)
        {
            WebhookUrl = pair.WebhookUrl,
            SecurityKeys = pair.SecurityKeys,
        };
}
