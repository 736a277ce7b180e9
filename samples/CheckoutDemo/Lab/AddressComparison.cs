using PaymentSdk.AspNetCore;

namespace CheckoutDemo.Lab;

/// <summary>A comparison of two addresses: their origins, and the parts in which the origins differ (docs/spec/origins.md §2).</summary>
/// <param name="A">The first address, which is registered.</param>
/// <param name="B">The second address, which calls.</param>
/// <param name="Differs">The parts that differ: <c>scheme</c>, <c>host</c>, <c>port</c>; null if one of the two is not an address.</param>
/// <param name="Diagnosis">The shop's diagnosis for a page of the second address if only the first one were registered; null if the shop would allow
/// the page.</param>
internal sealed record AddressComparison(AddressReading A, AddressReading B, string[]? Differs, string? Diagnosis)
{
    private static readonly OriginDifference[] Parts = [OriginDifference.Scheme, OriginDifference.Host, OriginDifference.Port];

    public static AddressComparison Of(string? a, string? b)
    {
        var (one, other) = (AddressReading.Of(a), AddressReading.Of(b));
        if (one.Found is not { } registered || other.Found is not { } presented)
            return new(one, other, null, null);
        var difference = registered.Compare(presented);
        return new(
            one,
            other,
            [.. Parts.Where(part => difference.HasFlag(part)).Select(part => part.ToString().ToLowerInvariant())],
            registered == presented ? null : OriginDiagnosis.Of(presented.ToString(), [registered.ToString()]).ToString());
    }
}
