namespace PaymentSdk.Checkout.Events;

/// <summary>How long an event waits after a failed delivery. Pure.</summary>
internal static class DeliveryLadder
{
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1),
    ];

    /// <summary>The wait, after so many failures before this one; in the end every hour.</summary>
    public static TimeSpan After(int failuresBefore) => Steps[Math.Clamp(failuresBefore, 0, Steps.Length - 1)];

    /// <summary>An operator has to check it once the short waits did not help.</summary>
    public static bool NeedsOperator(int failures) => failures >= Steps.Length - 1;
}
