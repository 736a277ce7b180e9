using System.Collections.Concurrent;

namespace PaymentSdk.AspNetCore.Window;

/// <summary>Which registrations an application calls <c>UsePaymentWindow</c> for; the doctor asks.</summary>
internal sealed class WindowUse
{
    private readonly ConcurrentDictionary<string, bool> _merchants = new(StringComparer.Ordinal);

    public void Add(string merchant) => _merchants[merchant] = true;

    public bool Has(string merchant) => _merchants.ContainsKey(merchant);
}
