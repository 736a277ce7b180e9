namespace PaymentSdk.Sandbox.Delivery;

/// <summary>When a message that was not taken is sent again (docs/spec/payment-api.md §7.2): seven times, then never.</summary>
internal static class RetryLadder
{
    private static readonly int[] _minutes = [1, 4, 16, 64, 256, 1024, 4096];

    /// <summary>The time to wait after so many tries; null when there is no further one.</summary>
    public static TimeSpan? After(int tries) => tries <= _minutes.Length ? TimeSpan.FromMinutes(_minutes[tries - 1]) : null;
}
