using PaymentSdk.Values;

namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>Whether and when a daily job runs.</summary>
/// <param name="Enabled">Whether the job runs.</param>
/// <param name="TimeOfDay">The time of day in Asia/Seoul.</param>
internal readonly record struct DailyPlan(bool Enabled, TimeSpan TimeOfDay)
{
    /// <summary>Returns the next planned time after a given time.</summary>
    public DateTimeOffset After(DateTimeOffset moment)
    {
        var today = KoreanTime.StartOf(KoreanTime.DayOf(moment)) + TimeOfDay;
        return today > moment ? today : today.AddDays(1);
    }
}
