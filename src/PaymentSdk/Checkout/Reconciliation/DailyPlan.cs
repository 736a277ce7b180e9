using PaymentSdk.Values;

namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>Whether and when something is done every day.</summary>
/// <param name="Enabled">Whether it is done.</param>
/// <param name="TimeOfDay">When, in Asia/Seoul.</param>
internal readonly record struct DailyPlan(bool Enabled, TimeSpan TimeOfDay)
{
    /// <summary>The next time strictly after a moment.</summary>
    public DateTimeOffset After(DateTimeOffset moment)
    {
        var today = KoreanTime.StartOf(KoreanTime.DayOf(moment)) + TimeOfDay;
        return today > moment ? today : today.AddDays(1);
    }
}
