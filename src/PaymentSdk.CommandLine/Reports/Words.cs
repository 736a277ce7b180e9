using System.Globalization;
using PaymentSdk.Values;

namespace PaymentSdk.CommandLine.Reports;

/// <summary>Formats values for people and for programs.</summary>
internal static class Words
{
    public static string Moment(DateTimeOffset moment) => moment.ToOffset(KoreanTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string IsoMoment(DateTimeOffset moment) => moment.ToOffset(KoreanTime.Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    /// <summary>Returns the amount of a refund. A refund of everything that is left has no amount.</summary>
    public static string Refunded(decimal? amount) => amount is { } number ? Number(number) : "everything that is left";

    /// <summary>Returns for example "1 order needs" or "2 orders need".</summary>
    public static string Count(int count, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");
}
