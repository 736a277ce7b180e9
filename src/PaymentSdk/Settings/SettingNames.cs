using System.Collections.Frozen;

namespace PaymentSdk.Settings;

/// <summary>The settings by name.</summary>
internal static class SettingNames
{
    public static FrozenSet<string> All { get; } = new[]
    {
        nameof(PaymentSdkOptions.SecretKey), nameof(PaymentSdkOptions.PreviousSecretKeys), nameof(PaymentSdkOptions.ClientKey),
        nameof(PaymentSdkOptions.SecurityKeys), nameof(PaymentSdkOptions.ApiBaseAddress), nameof(PaymentSdkOptions.ScriptAddress),
        nameof(PaymentSdkOptions.MerchantOrigins), nameof(PaymentSdkOptions.AllowCredentials),
        nameof(PaymentSdkOptions.AllowRequestsWithoutOrigin), nameof(PaymentSdkOptions.DangerouslyAllowInsecureOrigins),
        nameof(PaymentSdkOptions.DangerouslyAllowSharedSuffixPatterns), nameof(PaymentSdkOptions.DangerouslyAllowAppSchemes),
        nameof(PaymentSdkOptions.PublicAddress), nameof(PaymentSdkOptions.ResultPage), nameof(PaymentSdkOptions.Recovery),
        nameof(PaymentSdkOptions.Reconciliation), nameof(PaymentSdkOptions.Retention), nameof(PaymentSdkOptions.Webhooks),
        "LedgerProvider",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
