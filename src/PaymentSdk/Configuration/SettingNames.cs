using System.Collections.Frozen;

namespace PaymentSdk.Configuration;

/// <summary>The names of the settings of one registration.</summary>
internal static class SettingNames
{
    /// <summary>The settings that the section of a registration can contain.</summary>
    public static Setting Root { get; } = new(
        "Payment",
        SettingKind.Section,
        Value(nameof(PaymentSdkOptions.SecretKey)),
        new(nameof(PaymentSdkOptions.PreviousSecretKeys), SettingKind.SecretList),
        Value(nameof(PaymentSdkOptions.ClientKey)),
        new(nameof(PaymentSdkOptions.SecurityKeys), SettingKind.SecretList),
        Value(nameof(PaymentSdkOptions.ApiBaseAddress)),
        Value(nameof(PaymentSdkOptions.ScriptAddress)),
        new(nameof(PaymentSdkOptions.MerchantOrigins), SettingKind.List),
        Value(nameof(PaymentSdkOptions.AllowCredentials)),
        Value(nameof(PaymentSdkOptions.AllowRequestsWithoutOrigin)),
        Value(nameof(PaymentSdkOptions.DangerouslyAllowInsecureOrigins)),
        Value(nameof(PaymentSdkOptions.DangerouslyAllowSharedSuffixPatterns)),
        Value(nameof(PaymentSdkOptions.DangerouslyAllowAppSchemes)),
        Value(nameof(PaymentSdkOptions.PublicAddress)),
        Value(nameof(PaymentSdkOptions.ResultPage)),
        Value(nameof(PaymentSdkOptions.Wait)),
        new(
            nameof(PaymentSdkOptions.Recovery),
            SettingKind.Section,
            Value(nameof(RecoveryOptions.MaxDelay)),
            Value(nameof(RecoveryOptions.PollInterval)),
            Value(nameof(RecoveryOptions.IdleInterval)),
            new(nameof(RecoveryOptions.Ladder), SettingKind.List),
            Value(nameof(RecoveryOptions.RequestsPerMinute))),
        new(
            nameof(PaymentSdkOptions.Reconciliation),
            SettingKind.Section,
            Value(nameof(ReconciliationOptions.Enabled)),
            Value(nameof(ReconciliationOptions.TimeOfDay)),
            Value(nameof(ReconciliationOptions.Days))),
        new(
            nameof(PaymentSdkOptions.Retention),
            SettingKind.Section,
            Value(nameof(RetentionOptions.Enabled)),
            Value(nameof(RetentionOptions.TimeOfDay)),
            Value(nameof(RetentionOptions.NeverPaid)),
            Value(nameof(RetentionOptions.Payments)),
            Value(nameof(RetentionOptions.Inbox))),
        new(nameof(PaymentSdkOptions.Webhooks), SettingKind.Section, new Setting(nameof(WebhookOptions.AllowedSources), SettingKind.Restriction)),
        // The shop's choice between ledgers, which the shop's own program reads.
        Value("LedgerProvider"));

    public static FrozenSet<string> All { get; } = Root.Below.Select(setting => setting.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static Setting Value(string name) => new(name, SettingKind.Value);
}
