using System.Collections.Frozen;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>The stores of every registration, by name.</summary>
internal sealed class MerchantOriginStores(IEnumerable<MerchantOriginStore> stores)
{
    private readonly FrozenDictionary<string, MerchantOriginStore> _byMerchant = stores.ToFrozenDictionary(store => store.Merchant, StringComparer.Ordinal);

    public IReadOnlyCollection<MerchantOriginStore> All => _byMerchant.Values;

    public MerchantOriginStore? Find(string merchant) => _byMerchant.GetValueOrDefault(merchant);

    /// <summary>
    /// Returns the current snapshot of a registration. The registration must have merchant origins, as every one with mapped endpoints has.
    /// </summary>
    public MerchantOriginSnapshot SnapshotOf(string merchant) => Find(merchant)!.Current.Snapshot;
}
