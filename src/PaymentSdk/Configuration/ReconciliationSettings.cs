namespace PaymentSdk.Configuration;

/// <summary>The compiled form of <see cref="ReconciliationOptions"/>.</summary>
internal sealed record ReconciliationSettings(bool Enabled, TimeSpan TimeOfDay, int Days)
{
    public static ReconciliationSettings Compile(ReconciliationOptions options) => new(options.Enabled, options.TimeOfDay, options.Days);
}
