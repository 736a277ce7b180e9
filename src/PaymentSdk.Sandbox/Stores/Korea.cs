using System.Globalization;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>Converts times to the format of the payment API: Korean time in whole seconds (docs/spec/payment-api.md §4).</summary>
internal static class Korea
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    /// <summary>Returns the time rounded down to the second, which is the time that <see cref="Time"/> shows.</summary>
    public static DateTimeOffset WholeSecond(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));

    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    public static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>Parses a day in the format of the API; null if the text is not a day.</summary>
    public static DateOnly? ParseDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Returns a time with microseconds and without an offset, as in webhooks (docs/spec/payment-api.md §7.1).</summary>
    public static string PreciseTime(DateTimeOffset instant) =>
        instant.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset instant) =>
        instant.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
