using System.Globalization;
using PaymentSdk.Http;

namespace PaymentSdk.Alerts;

/// <summary>Tells of a payment API that does not work. Pure.</summary>
internal static class ApiAlert
{
    /// <summary>One lost answer is a bad line; three in a row are an outage.</summary>
    private const int Outage = 3;

    /// <summary>The sentence; null while the API works, or nobody has called it.</summary>
    public static string? In(ApiPulse pulse)
    {
        var (failures, since) = pulse.Failing;
        if (failures < Outage)
            return null;
        var minutes = Math.Ceiling(since.TotalMinutes);
        var howLong = minutes <= 1 ? "a minute" : string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes");
        return string.Create(CultureInfo.InvariantCulture, $"The payment API has not done its work for {howLong} ({failures} calls in a row failed): is it reachable, and are its keys right? What is open is settled when it is back.");
    }
}
