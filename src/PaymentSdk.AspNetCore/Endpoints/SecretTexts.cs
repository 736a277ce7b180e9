using System.Buffers;
using PaymentSdk.Configuration;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>The texts that must stand in no file of the web root, with the setting that each one comes from.</summary>
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

    /// <summary>The secrets of one registration: as they are, and as the header of HTTP Basic that a page might send.</summary>
    public static IEnumerable<(string Setting, string Text)> Of(string path, PaymentSettings settings)
    {
        foreach (var secret in settings.SecretKeys)
        {
            var setting = ReferenceEquals(secret, settings.SecretKey) ? $"{path}:SecretKey" : $"{path}:PreviousSecretKeys";
            yield return (setting, secret.Reveal());
            yield return (setting, secret.ToBasic());
        }

        foreach (var key in settings.SecurityKeys)
        {
            yield return ($"{path}:SecurityKeys", Convert.ToHexString(key));
            yield return ($"{path}:SecurityKeys", Convert.ToHexStringLower(key));
        }
    }

    /// <summary>The setting whose value stands in the text; null when none does.</summary>
    public string? FindIn(ReadOnlySpan<char> text)
    {
        // One after another is faster at a start, when nothing is compiled for this machine yet; for many shops in one host it is not.
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
