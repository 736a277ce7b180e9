using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// A stretch of time, its beginning included and its end not. Days are Korean days. Whether the API counts the last second in is not
/// documented, so rows outside the range are dropped here: two ranges that meet have no row in common and none missing.
/// </summary>
/// <param name="From">The first moment.</param>
/// <param name="Until">The first moment after it.</param>
public readonly record struct TransactionRange(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>One Korean day.</summary>
    public static TransactionRange OfDay(DateOnly day) => OfDays(day, day);

    /// <summary>Korean days, both included.</summary>
    public static TransactionRange OfDays(DateOnly first, DateOnly last) => new(KoreanTime.StartOf(first), KoreanTime.StartOf(last.AddDays(1)));

    /// <summary>Whether a moment lies in it.</summary>
    public bool Contains(DateTimeOffset moment) => moment >= From && moment < Until;
}
