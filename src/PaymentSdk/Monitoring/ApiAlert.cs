using System.Globalization;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Monitoring;

/// <summary>Says that the payment API does not work. Pure.</summary>
internal static class ApiAlert
{
    /// <summary>One lost answer is a bad line; three in a row are an outage.</summary>
    private const int Outage = 3;

    /// <summary>The sentence; null while the API works, or has not been called.</summary>
    public static string? In(ApiPulse pulse)
    {
        var (failures, since) = pulse.Failing;
        if (failures < Outage)
            return null;
        var minutes = Math.Ceiling(since.TotalMinutes);
        var howLong = minutes <= 1 ? "a minute" : string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes");
        return string.Create(CultureInfo.InvariantCulture, $"The payment API has not worked for {howLong} ({failures} calls in a row failed): check that it is reachable and that the keys are right. Open outcomes are resolved when it works again.");
    }
}
