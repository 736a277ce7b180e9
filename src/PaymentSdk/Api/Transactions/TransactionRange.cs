using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// A range of time that includes its first moment and excludes its end. Days are Korean days. The API does not document whether it includes
/// the last second, so the SDK drops rows outside the range. Two adjacent ranges therefore share no row and miss none.
/// </summary>
/// <param name="From">The first moment of the range.</param>
/// <param name="Until">The first moment after the range.</param>
public readonly record struct TransactionRange(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Returns the range of one Korean day.</summary>
    public static TransactionRange OfDay(DateOnly day) => OfDays(day, day);

    /// <summary>Returns the range from one Korean day to another, both included.</summary>
    public static TransactionRange OfDays(DateOnly first, DateOnly last) => new(KoreanTime.StartOf(first), KoreanTime.StartOf(last.AddDays(1)));

    /// <summary>Returns whether a time is in the range.</summary>
    public bool Contains(DateTimeOffset moment) => moment >= From && moment < Until;
}
