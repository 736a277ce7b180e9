using System.Globalization;

namespace PaymentSdk.Sandbox.Books;

/// <summary>Times as the payment API writes them: Korean time, whole seconds (payment-api.md §4).</summary>
internal static class Korea
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    /// <summary>The second that <see cref="Time"/> shows.</summary>
    public static DateTimeOffset WholeSecond(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));

    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>Microseconds and no offset, as webhooks write it (payment-api.md §7.1).</summary>
    public static string PreciseTime(DateTimeOffset instant) =>
        instant.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset instant) =>
        instant.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
