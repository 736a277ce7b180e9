using System.Globalization;

namespace PaymentSdk.CommandLine.Reports;

/// <summary>How values are written for people and for machines.</summary>
internal static class Words
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    public static string Moment(DateTimeOffset moment) => moment.ToOffset(Korea).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string IsoMoment(DateTimeOffset moment) => moment.ToOffset(Korea).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"1 order needs", "2 orders need".</summary>
    public static string Count(int count, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");
}
