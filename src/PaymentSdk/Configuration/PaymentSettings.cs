namespace PaymentSdk.Configuration;

/// <summary>The compiled, immutable form of <see cref="PaymentSdkOptions"/> that requests read.</summary>
internal sealed record PaymentSettings
{
    public required string Merchant { get; init; }

    public required SecretKey SecretKey { get; init; }

    /// <summary>The current secret key first, then the previous ones.</summary>
    public required IReadOnlyList<SecretKey> SecretKeys { get; init; }

    public required string ClientKey { get; init; }

    public required Uri ApiBaseAddress { get; init; }

    public required string ScriptAddress { get; init; }

    public string? PublicAddress { get; init; }

    /// <summary>The path of <see cref="PublicAddress"/>, escaped; empty when there is no public address.</summary>
    public string PublicPath { get; init; } = "";

    public required string ResultPage { get; init; }

    /// <summary>How long a call waits for its outcome.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(25);

    public required RecoverySettings Recovery { get; init; }

    public required ReconciliationSettings Reconciliation { get; init; }

    public required RetentionSettings Retention { get; init; }

    public required WebhookSources WebhookSources { get; init; }

    /// <summary>The security keys as bytes, newest first.</summary>
    public IReadOnlyList<byte[]> SecurityKeys { get; init; } = [];

    /// <summary>The origins of the configuration, as they were written.</summary>
    public IReadOnlyList<string> MerchantOrigins { get; init; } = [];

    public bool AllowCredentials { get; init; }

    public bool AllowRequestsWithoutOrigin { get; init; }

    public bool DangerouslyAllowInsecureOrigins { get; init; }

    public bool DangerouslyAllowSharedSuffixPatterns { get; init; }

    public bool DangerouslyAllowAppSchemes { get; init; }

    public bool TestMode => SecretKey.IsTest;

    /// <summary>Returns the configured secret key with this fingerprint; null when it is no longer configured.</summary>
    public SecretKey? FindSecret(string fingerprint) =>
        SecretKeys.FirstOrDefault(secret => string.Equals(secret.Fingerprint, fingerprint, StringComparison.Ordinal));

    /// <summary>Compiles options that have been validated.</summary>
    public static PaymentSettings Compile(string merchant, PaymentSdkOptions options)
    {
        var secrets = new[] { options.SecretKey }.Concat(options.PreviousSecretKeys)
            .Distinct(StringComparer.Ordinal)
            .Select(secret => new SecretKey(secret))
            .ToArray();
        var address = new Uri(options.ApiBaseAddress, UriKind.Absolute);
        return new PaymentSettings
        {
            Merchant = merchant,
            SecretKey = secrets[0],
            SecretKeys = secrets,
            ClientKey = options.ClientKey,
            SecurityKeys = [.. options.SecurityKeys.Select(Convert.FromHexString)],
            ApiBaseAddress = address,
            ScriptAddress = options.ScriptAddress,
            PublicAddress = string.IsNullOrEmpty(options.PublicAddress) ? null : options.PublicAddress.TrimEnd('/'),
            PublicPath = string.IsNullOrEmpty(options.PublicAddress) ? "" : new Uri(options.PublicAddress).AbsolutePath,
            ResultPage = options.ResultPage,
            Wait = options.Wait,
            Recovery = RecoverySettings.Compile(options.Recovery, secrets[0].IsTest && AddressRules.IsProviders(address)),
            Reconciliation = ReconciliationSettings.Compile(options.Reconciliation),
            Retention = RetentionSettings.Compile(options.Retention),
            WebhookSources = WebhookSources.Compile(options.Webhooks),
            MerchantOrigins = [.. options.MerchantOrigins],
            AllowCredentials = options.AllowCredentials,
            AllowRequestsWithoutOrigin = options.AllowRequestsWithoutOrigin,
            DangerouslyAllowInsecureOrigins = options.DangerouslyAllowInsecureOrigins,
            DangerouslyAllowSharedSuffixPatterns = options.DangerouslyAllowSharedSuffixPatterns,
            DangerouslyAllowAppSchemes = options.DangerouslyAllowAppSchemes,
        };
    }
}
