using System.Collections.Concurrent;

namespace PaymentSdk.AspNetCore.Window;

/// <summary>The registrations for which an application calls <c>UsePaymentWindow</c>. The doctor reads them.</summary>
internal sealed class WindowUse
{
    private readonly ConcurrentDictionary<string, bool> _merchants = new(StringComparer.Ordinal);

    public void Add(string merchant) => _merchants[merchant] = true;

    public bool Has(string merchant) => _merchants.ContainsKey(merchant);
}
