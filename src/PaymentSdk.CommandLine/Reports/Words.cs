using System.Globalization;
using PaymentSdk.Values;

namespace PaymentSdk.CommandLine.Reports;

/// <summary>How values are written for people and for machines.</summary>
internal static class Words
{
    public static string Moment(DateTimeOffset moment) => moment.ToOffset(KoreanTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string IsoMoment(DateTimeOffset moment) => moment.ToOffset(KoreanTime.Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    /// <summary>How much a refund pays back; one of everything has no amount of its own.</summary>
    public static string Refunded(decimal? amount) => amount is { } number ? Number(number) : "everything that is left";

    /// <summary>"1 order needs", "2 orders need".</summary>
    public static string Count(int count, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");
}
