using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Configuration;

namespace PaymentSdk.Doctor;

/// <summary>
/// The secrets of every registration, which are removed from the finished report, because checks of the host and errors of libraries may quote
/// them.
/// </summary>
internal sealed class SecretWords(IReadOnlyList<string> secrets)
{
    /// <summary>The minimum length of a text that is hidden. A shorter one is not a key, and hiding it would garble other words.</summary>
    private const int Shortest = 8;

    public static SecretWords Of(IServiceProvider services)
    {
        var found = services.GetServices<CheckedRegistration>().SelectMany(SecretsOf);
        return new SecretWords([.. found.Select(secret => secret.Trim()).Where(secret => secret.Length >= Shortest).OrderByDescending(secret => secret.Length)]);
    }

    public string Hide(string line) => secrets.Aggregate(line, (text, secret) => text.Replace(secret, "***", StringComparison.Ordinal));

    private static IEnumerable<string> SecretsOf(CheckedRegistration registration)
    {
        try
        {
            return SecretsOf(registration.Options());
        }
#pragma warning disable CA1031 // If the settings cannot be created, the checks report it, and there is no secret to hide.
        catch (Exception)
#pragma warning restore CA1031
        {
            return [];
        }
    }

    // A secret key that was written into the setting of the client key is also hidden.
    private static IEnumerable<string> SecretsOf(PaymentSdkOptions options) =>
        [options.SecretKey ?? "", .. options.PreviousSecretKeys, .. options.SecurityKeys, IsClientKey(options.ClientKey) ? "" : options.ClientKey ?? ""];

    private static bool IsClientKey(string? key) => KeyShape.Of((key ?? "").Trim()) is { Role: KeyRole.Client };
}
