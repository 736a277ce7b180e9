namespace PaymentSdk.Settings;

/// <summary>The compiled, immutable form of <see cref="PaymentSdkOptions"/> that requests read.</summary>
internal sealed record PaymentSettings
{
    public required string Merchant { get; init; }

    public required SecretKey SecretKey { get; init; }

    /// <summary>The current secret first, then the previous ones.</summary>
    public required IReadOnlyList<SecretKey> SecretKeys { get; init; }

    public required string ClientKey { get; init; }

    public required Uri ApiBaseAddress { get; init; }

    public required string ScriptAddress { get; init; }

    public string? PublicAddress { get; init; }

    public required string ResultPage { get; init; }

    public required TimeSpan RecoveryMaxDelay { get; init; }

    public required TimeSpan RecoveryPollInterval { get; init; }

    public bool TestMode => SecretKey.IsTest;
}
