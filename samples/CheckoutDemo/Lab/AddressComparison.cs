using PaymentSdk.AspNetCore;

namespace CheckoutDemo.Lab;

/// <summary>Two addresses, their origins, and the parts in which these differ (docs/spec/origins.md §2).</summary>
/// <param name="A">The first: the one that is registered.</param>
/// <param name="B">The second: the one that calls.</param>
/// <param name="Differs">Of <c>scheme</c>, <c>host</c>, <c>port</c>; null while one of the two is no address.</param>
/// <param name="Diagnosis">What the shop would say to a page of the second address if only the first were registered; null when it would let it in.</param>
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
