using Microsoft.Extensions.Configuration;

namespace PaymentSdk.Configuration;

/// <summary>
/// Finds settings in places that the registration does not read: in a section whose name is almost <c>Payment</c>, and in the registration's own
/// section when its settings are set in code. A restriction that is not read has no effect.
/// </summary>
internal static class MisplacedSections
{
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="registration">The registration that reads its own section of the configuration.</param>
    /// <param name="options">Receives the faults, and the keys of all other settings for a warning.</param>
    /// <param name="isRegistration">Returns whether a path is the section of a registration.</param>
    public static void Find(IConfiguration configuration, PaymentRegistration registration, PaymentSdkOptions options, Func<string, bool> isRegistration)
    {
        foreach (var child in configuration.GetChildren().Where(child => IsAlmost(child.Key) && !isRegistration(child.Key)))
        {
            var section = registration.Name.Length == 0 ? child : child.GetSection(registration.Name);
            foreach (var written in section.GetChildren())
            {
                if (SettingNames.Root.Find(written.Key) is not { } setting)
                    continue;
                if (RestrictionIn(written, setting) is { } restriction)
                    options.BindingFaults.Add(SettingFaults.OtherSection(restriction.Path, $"{registration.SectionPath}{restriction.Path[section.Path.Length..]}"));
                else
                    options.UnknownKeys.Add(written.Path);
            }
        }
    }

    /// <summary>
    /// Reports a restriction in the configuration section of a registration whose settings are set in code. The section is not read, so the
    /// restriction would have no effect. Nothing is reported if the shop's code sets a restriction itself.
    /// </summary>
    public static void FindUnread(IConfiguration configuration, PaymentRegistration registration, PaymentSdkOptions options)
    {
        var section = configuration.GetSection(registration.SectionPath);
        if (options.Webhooks.AllowedSources.Count == 0 && RestrictionIn(section.GetSection(nameof(PaymentSdkOptions.Webhooks)), SettingNames.Root.Find(nameof(PaymentSdkOptions.Webhooks))!) is { } restriction)
            options.BindingFaults.Add(SettingFaults.UnreadRestriction(restriction.Path, registration.AddedBy));
    }

    /// <summary>
    /// Finds a restriction in an unused section whose name is almost that of a named registration that allows any source. A section with its own
    /// secret key is ignored, because it belongs to a registration of another host.
    /// </summary>
    public static void FindMisnamed(IConfiguration configuration, PaymentRegistration registration, PaymentSdkOptions options, Func<string, bool> isRegistration)
    {
        if (registration.Name.Length == 0 || options.Webhooks.AllowedSources.Count > 0)
            return;
        foreach (var other in configuration.GetSection(SettingNames.Root.Name).GetChildren())
        {
            if (SettingNames.Root.Find(other.Key) is not null || isRegistration(other.Path) || EditDistance.Between(registration.Name, other.Key) > 2
                || !string.IsNullOrEmpty(other[nameof(PaymentSdkOptions.SecretKey)]))
                continue;
            if (RestrictionIn(other.GetSection(nameof(PaymentSdkOptions.Webhooks)), SettingNames.Root.Find(nameof(PaymentSdkOptions.Webhooks))!) is { } restriction)
                options.BindingFaults.Add(SettingFaults.OtherRegistration(restriction.Path, $"{registration.SectionPath}{restriction.Path[other.Path.Length..]}", registration.AddedBy));
        }
    }

    private static IConfigurationSection? RestrictionIn(IConfigurationSection written, Setting setting) => setting.Below
        .Where(below => below.Kind is SettingKind.Restriction)
        .Select(below => written.GetChildren().FirstOrDefault(child => string.Equals(child.Key, below.Name, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(found => found is not null);

    // Matches Payments, Paymnet and PaymentSdk, for example. A key with an underscore is an environment variable, which MisplacedVariables checks.
    private static bool IsAlmost(string key) =>
        !string.Equals(key, SettingNames.Root.Name, StringComparison.OrdinalIgnoreCase) && !key.Contains('_', StringComparison.Ordinal)
        && (key.StartsWith(SettingNames.Root.Name, StringComparison.OrdinalIgnoreCase) || EditDistance.Between(SettingNames.Root.Name, key) <= 2);
}

/// <summary>
/// Finds environment variables such as <c>Payment_Webhooks__AllowedSources__0</c>. With a single underscore, such a variable becomes a root key,
/// which nothing reads.
/// </summary>
internal static class MisplacedVariables
{
    private const string Prefix = "Payment_";

    public static void Find(IConfiguration configuration, PaymentSdkOptions options)
    {
        foreach (var child in configuration.GetChildren().Where(child => child.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            var words = child.Key[Prefix.Length..].Split('_', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || SettingNames.Root.Find(words[0]) is not { } setting)
                continue;
            // The program itself may read a variable of this name, so it causes only a warning. A restriction that is not read, however, is a fault.
            if (setting.Below.All(below => below.Kind is not SettingKind.Restriction))
                options.UnknownKeys.Add(child.Key);
            else
                options.BindingFaults.Add(SettingFaults.OneUnderscore(child.Key, $"Payment__{string.Join("__", words)}{(child.GetChildren().Any() ? "__…" : "")}"));
        }
    }
}
