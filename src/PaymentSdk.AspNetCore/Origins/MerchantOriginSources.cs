using System.Globalization;
using Microsoft.Extensions.Primitives;
using PaymentSdk.Origins;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>The sources of one registration. Each is read anew only after its token fired; the others keep their last list.</summary>
internal sealed class MerchantOriginSources(IReadOnlyList<IMerchantOriginSource> sources) : IDisposable
{
    private readonly List<IDisposable> _watched = [];

    public bool Any => sources.Count > 0;

    public IEnumerable<MerchantOriginEntry> Read()
    {
        foreach (var source in sources)
        {
            var name = source.GetType().Name;
            var index = 0;
            foreach (var origin in source.GetOrigins().Origins)
                yield return new MerchantOriginEntry(string.Create(CultureInfo.InvariantCulture, $"{name} origin {++index}"), origin);
        }
    }

    public void Watch(Action changed)
    {
        foreach (var source in sources)
            _watched.Add(ChangeToken.OnChange(() => source.GetOrigins().ChangeToken, changed));
    }

    public void Dispose()
    {
        foreach (var watched in _watched)
            watched.Dispose();
    }
}
