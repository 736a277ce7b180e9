using System.Collections.Frozen;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>A Korean wallet. A request can name it in Korean or in English (docs/spec/payment-api.md §13, appendix A).</summary>
internal sealed record EasyPayProvider(string Code, string Korean)
{
    private static readonly EasyPayProvider[] _all =
    [
        new("TOSSPAY", "토스페이"), new("NAVERPAY", "네이버페이"), new("KAKAOPAY", "카카오페이"), new("SAMSUNGPAY", "삼성페이"), new("APPLEPAY", "애플페이"),
        new("PAYCO", "페이코"), new("LPAY", "엘페이"), new("PINPAY", "핀페이"), new("SSG", "SSG페이"), new("KBPAY", "KB페이"),
    ];

    private static readonly FrozenDictionary<string, EasyPayProvider> _byName = _all
        .SelectMany(wallet => new[] { wallet.Code, wallet.Korean }, (wallet, name) => KeyValuePair.Create(name, wallet))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the wallet with that name, or null if there is none.</summary>
    public static EasyPayProvider? Find(string name) => _byName.GetValueOrDefault(name);
}
