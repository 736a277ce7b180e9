using System.Buffers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Start;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// Prevents the host from starting when a secret of any registration is in a text file under the web root, where every browser can get it. A file
/// that cannot be read is skipped.
/// </summary>
internal sealed class PublishedSecretStartup(IServiceProvider services, ILogger<PublishedSecretStartup> logger) : StartStep
{
    private readonly SafeLogger _log = new(logger);

    protected override void Begin()
    {
        if (services.GetService<IWebHostEnvironment>()?.WebRootPath is not { Length: > 0 } root || !Directory.Exists(root))
            return;
        var secrets = new SecretTexts(services.GetKeyedServices<PaymentRegistration>(KeyedService.AnyKey)
            .SelectMany(registration => SecretTexts.Of(registration.SettingsPath, services.GetRequiredKeyedService<IPaymentSettingsSource>(registration.Name).Current)));
        if (secrets.Longest == 0)
            return;
        var search = WebRootFiles.Search(root, secrets);
        if (!search.IsComplete)
            _log.WebRootTooLarge(root, WebRootFiles.MaxFiles, WebRootFiles.MaxBytes >> 20);
        if (search.Found is { } found)
            throw new InvalidOperationException($"The value of {found.Setting} is in {found.File}, which is under the web root, so every browser can get it. Remove it from that file, issue a new key in the developer center, because this one may be known already, and write the new one into the configuration of the server only. A page needs no key but the client key.");
    }
}

/// <summary>The texts that must not be in any file of the web root, with the setting from which each one comes.</summary>
internal sealed class SecretTexts
{
    private const int Few = 8;

    private readonly (string Setting, string Text)[] _all;
    private readonly SearchValues<string>? _values;

    public SecretTexts(IEnumerable<(string Setting, string Text)> all)
    {
        _all = [.. all];
        _values = _all.Length <= Few ? null : SearchValues.Create([.. _all.Select(secret => secret.Text)], StringComparison.Ordinal);
        Longest = _all.Select(secret => secret.Text.Length).DefaultIfEmpty().Max();
    }

    public int Longest { get; }

    /// <summary>Returns the secrets of one registration, both in plain form and in the form of an HTTP Basic header that a page might send.</summary>
    public static IEnumerable<(string Setting, string Text)> Of(string path, PaymentSettings settings)
    {
        foreach (var secret in settings.SecretKeys)
        {
            var setting = ReferenceEquals(secret, settings.SecretKey) ? $"{path}:SecretKey" : $"{path}:PreviousSecretKeys";
            yield return (setting, secret.Reveal());
            yield return (setting, secret.Basic);
        }

        foreach (var key in settings.SecurityKeys)
        {
            yield return ($"{path}:SecurityKeys", Convert.ToHexString(key));
            yield return ($"{path}:SecurityKeys", Convert.ToHexStringLower(key));
        }
    }

    /// <summary>Returns the setting whose value is in the text; null if there is none.</summary>
    public string? FindIn(ReadOnlySpan<char> text)
    {
        // A search for one secret after another is faster when the host starts, because nothing is compiled yet. With the secrets of many shops in
        // one host, one search for all of them is faster.
        if (_values is not null && !text.ContainsAny(_values))
            return null;
        foreach (var (setting, secret) in _all)
        {
            if (text.IndexOf(secret) >= 0)
                return setting;
        }

        return null;
    }
}
