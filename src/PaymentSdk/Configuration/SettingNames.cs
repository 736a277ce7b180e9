using System.Collections.Frozen;

namespace PaymentSdk.Configuration;

/// <summary>The names of the settings of one registration.</summary>
internal static class SettingNames
{
    /// <summary>The settings that the section of a registration can contain.</summary>
    public static Setting Root { get; } = new(
        "Payment",
        SettingKind.Section,
        Text(nameof(PaymentSdkOptions.SecretKey)),
        new(nameof(PaymentSdkOptions.PreviousSecretKeys), SettingKind.SecretList),
        Text(nameof(PaymentSdkOptions.ClientKey)),
        new(nameof(PaymentSdkOptions.SecurityKeys), SettingKind.SecretList),
        Text(nameof(PaymentSdkOptions.ApiBaseAddress)),
        Text(nameof(PaymentSdkOptions.ScriptAddress)),
        new(nameof(PaymentSdkOptions.MerchantOrigins), SettingKind.List),
        Boolean(nameof(PaymentSdkOptions.AllowCredentials)),
        Boolean(nameof(PaymentSdkOptions.AllowRequestsWithoutOrigin)),
        Boolean(nameof(PaymentSdkOptions.DangerouslyAllowInsecureOrigins)),
        Boolean(nameof(PaymentSdkOptions.DangerouslyAllowSharedSuffixPatterns)),
        Boolean(nameof(PaymentSdkOptions.DangerouslyAllowAppSchemes)),
        Text(nameof(PaymentSdkOptions.PublicAddress)),
        Text(nameof(PaymentSdkOptions.ResultPage)),
        Time(nameof(PaymentSdkOptions.Wait), "00:00:25"),
        new(
            nameof(PaymentSdkOptions.Recovery),
            SettingKind.Section,
            Time(nameof(RecoveryOptions.MaxDelay)),
            Time(nameof(RecoveryOptions.PollInterval)),
            Time(nameof(RecoveryOptions.IdleInterval)),
            Time(nameof(RecoveryOptions.Ladder)) with { Kind = SettingKind.List },
            Number(nameof(RecoveryOptions.RequestsPerMinute))),
        new(
            nameof(PaymentSdkOptions.Reconciliation),
            SettingKind.Section,
            Boolean(nameof(ReconciliationOptions.Enabled)),
            Time(nameof(ReconciliationOptions.TimeOfDay)),
            Number(nameof(ReconciliationOptions.Days))),
        new(
            nameof(PaymentSdkOptions.Retention),
            SettingKind.Section,
            Boolean(nameof(RetentionOptions.Enabled)),
            Time(nameof(RetentionOptions.TimeOfDay)),
            Days(nameof(RetentionOptions.NeverPaid)),
            Days(nameof(RetentionOptions.Payments)),
            Days(nameof(RetentionOptions.Inbox))),
        new(nameof(PaymentSdkOptions.Webhooks), SettingKind.Section, new Setting(nameof(WebhookOptions.AllowedSources), SettingKind.Restriction)),
        // The shop's choice between ledgers, which the shop's own program reads.
        Text("LedgerProvider"));

    public static FrozenSet<string> All { get; } = Root.Below.Select(setting => setting.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static Setting Text(string name) => new(name, SettingKind.Value);

    private static Setting Boolean(string name) => Text(name) with { Expected = "true or false" };

    private static Setting Number(string name) => Text(name) with { Expected = "a whole number" };

    private static Setting Time(string name, string example = "00:15:00") => Text(name) with { Expected = $"a time span; write it as hours:minutes:seconds, e.g. {example}" };

    private static Setting Days(string name) => Text(name) with { Expected = "a time span; write it as days.hours:minutes:seconds, e.g. 30.00:00:00" };
}
