using System.Globalization;

namespace PaymentSdk.Doctor;

/// <summary>This machine's clock beside the one of the API, as far as a Date header tells (whole seconds).</summary>
internal static class Clock
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(10);

    /// <summary>A window of ten minutes to confirm (docs/spec/payment-api.md §9.4) is half gone.</summary>
    private static readonly TimeSpan Harmful = TimeSpan.FromMinutes(5);

    public static PaymentCheckResult Compare(string name, DateTimeOffset here, DateTimeOffset? there)
    {
        if (there is not { } date)
            return new(name, PaymentCheckState.Warning, "The API's answer has no Date header: the clock could not be compared.", "Make sure by hand that this machine's clock is right.");
        var apart = (here - date).Duration();
        var seconds = Math.Round(apart.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (apart <= Noticeable)
            return new(name, PaymentCheckState.Ok, "It agrees with the API's.");
        var side = here > date ? "ahead of" : "behind";
        return new(
            name, apart > Harmful ? PaymentCheckState.Fault : PaymentCheckState.Warning,
            $"This machine's clock is {seconds} seconds {side} the API's.", "Set the clock by NTP (timedatectl set-ntp true).");
    }
}
