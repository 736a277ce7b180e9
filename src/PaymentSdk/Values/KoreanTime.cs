using System.Globalization;

namespace PaymentSdk.Values;

/// <summary>Korean time, a fixed +09:00. The API uses it wherever it writes a time without an offset (docs/spec/payment-api.md §4).</summary>
internal static class KoreanTime
{
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(9);

    /// <summary>Converts a time to Korean time (+09:00).</summary>
    public static DateTimeOffset? Of(DateTimeOffset? moment) => moment?.ToOffset(Offset);

    /// <summary>Returns the moment at which a day begins in Korea.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>Returns the date in Korea at a given time.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>Writes a time as <c>yyyy-MM-dd'T'HH:mm:ss</c>, without an offset.</summary>
    public static string Text(DateTimeOffset moment) => moment.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Writes a day as <c>yyyy-MM-dd</c>.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
