using Microsoft.Extensions.Configuration;

namespace PaymentSdk.Configuration;

/// <summary>Finds environment variables such as <c>Payment_Webhooks__AllowedSources__0</c>: with one underscore they are keys of the root, which nothing reads.</summary>
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
            // The program may read a variable of this name itself; a restriction that is not read lets everyone in.
            if (setting.Below.All(below => below.Kind is not SettingKind.Restriction))
                options.UnknownKeys.Add(child.Key);
            else
                options.BindingFaults.Add(SettingFaults.OneUnderscore(child.Key, $"Payment__{string.Join("__", words)}{(child.GetChildren().Any() ? "__…" : "")}"));
        }
    }
}
