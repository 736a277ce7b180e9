namespace PaymentSdk.Configuration;

/// <summary>The compiled form of <see cref="RetentionOptions"/>.</summary>
internal sealed record RetentionSettings(bool Enabled, TimeSpan TimeOfDay, TimeSpan NeverPaid, TimeSpan Payments, TimeSpan Inbox)
{
    public static RetentionSettings Compile(RetentionOptions options) =>
        new(options.Enabled, options.TimeOfDay, options.NeverPaid, options.Payments, options.Inbox);
}
