using System.Globalization;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.Monitoring;

/// <summary>Says that the database refused commits for their data. Pure.</summary>
internal static class RefusedCommitsAlert
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>The sentence; null when there was none within a day.</summary>
    public static string? In(RefusedCommits refused)
    {
        var (count, ago) = refused.Seen;
        if (count == 0 || ago > Remembered)
            return null;
        var minutes = Math.Floor(ago.TotalMinutes);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The database refused {(count == 1 ? "1 commit" : $"{count} commits")} for their data since this process started, the last one {(minutes == 1 ? "1 minute" : $"{minutes} minutes")} ago: the log names the orders. Check what changed the ledger's columns.");
    }
}
