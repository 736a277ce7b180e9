using System.Globalization;
using Microsoft.Extensions.Options;

namespace PaymentSdk.Configuration;

/// <summary>Validates the settings of one registration. Reports all faults at once, each with the name of its setting.</summary>
internal sealed class PaymentSdkOptionsValidator(PaymentRegistration registration) : IValidateOptions<PaymentSdkOptions>
{
    public ValidateOptionsResult Validate(string? name, PaymentSdkOptions options)
    {
        if (name != registration.Name)
            return ValidateOptionsResult.Skip;
        var (keys, others) = Faults(options);
        return keys.Count + others.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(keys.Concat(others));
    }

    /// <summary>Returns the faults of the keys, and those of all other settings.</summary>
    public (IReadOnlyList<string> Keys, IReadOnlyList<string> Others) Faults(PaymentSdkOptions options)
    {
        var keys = new List<string>();
        var others = new List<string>(options.BindingFaults);
        var live = CheckKeys(options, keys);
        CheckAddresses(options, live, others);
        CheckPages(options, others);
        CheckRange("Wait", options.Wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), others);
        CheckRecovery(options.Recovery, others);
        CheckReconciliation(options, others);
        CheckWebhooks(options.Webhooks, others);
        return (keys, others);
    }

    // Returns true when any of the secret keys is a live key.
    private bool CheckKeys(PaymentSdkOptions options, List<string> faults)
    {
        var secret = KeyRules.Check(Setting("SecretKey"), options.SecretKey, KeyRole.Secret, faults);
        var client = KeyRules.Check(Setting("ClientKey"), options.ClientKey, KeyRole.Client, faults);
        if (secret is { } left && client is { } right)
            KeyRules.CheckPair(Setting("SecretKey"), left, Setting("ClientKey"), right, faults);
        var live = secret is { IsTest: false };
        for (var index = 0; index < options.PreviousSecretKeys.Count; index++)
            live |= CheckPrevious(Setting($"PreviousSecretKeys:{index}"), options.PreviousSecretKeys[index], secret, faults);
        for (var index = 0; index < options.SecurityKeys.Count; index++)
            CheckSecurityKey(Setting($"SecurityKeys:{index}"), options.SecurityKeys[index], faults);
        return live;
    }

    private static bool CheckPrevious(string setting, string key, KeyShape? current, List<string> faults)
    {
        var previous = KeyRules.Check(setting, key, KeyRole.Secret, faults);
        if (previous is { } old && current is { } now && old.IsTest != now.IsTest)
            faults.Add($"{setting} ({old.Prefix}…) and the current secret ({now.Prefix}…) mix a test key and a live key. Remove the key that belongs to the other mode.");
        return previous is { IsTest: false };
    }

    private static void CheckSecurityKey(string setting, string? key, List<string> faults)
    {
        if (key is not { Length: 64 } || !key.All(char.IsAsciiHexDigit))
            faults.Add($"{setting} is a text of {key?.Length ?? 0} characters; a security key must have 64 hexadecimal characters. Copy it again from the developer center.");
    }

    private void CheckAddresses(PaymentSdkOptions options, bool live, List<string> faults)
    {
        var api = AddressRules.Check(Setting("ApiBaseAddress"), options.ApiBaseAddress, faults);
        if (api is not null && live)
            AddressRules.CheckLive(Setting("ApiBaseAddress"), api, faults);
        if (AddressRules.Check(Setting("ScriptAddress"), options.ScriptAddress, faults) is { Scheme: "http" } && live)
            faults.Add($"{Setting("ScriptAddress")} is http, and a live key is configured. Browsers load the script of a live shop over https only.");
        if (!string.IsNullOrEmpty(options.PublicAddress))
            AddressRules.Check(Setting("PublicAddress"), options.PublicAddress, faults);
    }

    private void CheckPages(PaymentSdkOptions options, List<string> faults)
    {
        if (AddressRules.CheckResultPage(options.ResultPage) is { } why)
            faults.Add($"{Setting("ResultPage")} is '{AddressRules.Cut(options.ResultPage)}', which {why}. Use a path such as /orders/{{orderId}}.");
    }

    private void CheckRecovery(RecoveryOptions recovery, List<string> faults)
    {
        CheckRange("Recovery:MaxDelay", recovery.MaxDelay, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1), faults);
        CheckRange("Recovery:PollInterval", recovery.PollInterval, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1), faults);
        CheckRange("Recovery:IdleInterval", recovery.IdleInterval, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1), faults);
        for (var step = 0; step < recovery.Ladder.Count; step++)
            CheckRange(string.Create(CultureInfo.InvariantCulture, $"Recovery:Ladder:{step}"), recovery.Ladder[step], TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(1), faults);
        if (recovery.RequestsPerMinute is { } requests and (< 1 or > 100_000))
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{Setting("Recovery:RequestsPerMinute")} is {requests}; it must be from 1 to 100000. Leave it out for the default."));
    }

    private void CheckWebhooks(WebhookOptions webhooks, List<string> faults)
    {
        foreach (var source in webhooks.AllowedSources.Where(source => WebhookSources.Read(source) is null))
            faults.Add($"{Setting("Webhooks:AllowedSources")} holds '{AddressRules.Cut(source)}', which is neither an IP address such as 13.124.18.147 nor a network such as 10.0.0.0/8.");
    }

    private void CheckReconciliation(PaymentSdkOptions options, List<string> faults)
    {
        var endOfDay = TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1);
        CheckRange("Reconciliation:TimeOfDay", options.Reconciliation.TimeOfDay, TimeSpan.Zero, endOfDay, faults);
        if (options.Reconciliation.Days is var days and (< 1 or > 31))
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{Setting("Reconciliation:Days")} is {days}; it must be from 1 to 31."));
        CheckRange("Retention:TimeOfDay", options.Retention.TimeOfDay, TimeSpan.Zero, endOfDay, faults);
        CheckRange("Retention:NeverPaid", options.Retention.NeverPaid, TimeSpan.FromDays(1), TimeSpan.FromDays(3660), faults);
        CheckRange("Retention:Payments", options.Retention.Payments, TimeSpan.FromDays(365), TimeSpan.FromDays(36600), faults);
        CheckRange("Retention:Inbox", options.Retention.Inbox, TimeSpan.FromDays(1), TimeSpan.FromDays(3660), faults);
    }

    private void CheckRange(string name, TimeSpan value, TimeSpan least, TimeSpan maxCount, List<string> faults)
    {
        if (value < least || value > maxCount)
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{Setting(name)} is {value:c} (days.hours:minutes:seconds); it must be from {least:c} to {maxCount:c}."));
    }

    private string Setting(string name) => $"{registration.SettingsPath}:{name}";
}
