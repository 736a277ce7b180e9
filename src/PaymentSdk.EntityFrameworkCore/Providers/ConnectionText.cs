using System.Data.Common;
using System.Globalization;

namespace PaymentSdk.EntityFrameworkCore.Providers;

/// <summary>Reads the settings that the ledger must know from a connection string of any provider.</summary>
internal static class ConnectionText
{
    private static readonly string[] CommandWords = ["Command Timeout", "CommandTimeout", "Default Timeout", "DefaultTimeout"];

    /// <summary>Returns the time limit of a command in seconds; null if the text sets none.</summary>
    public static int? CommandSeconds(string? text) => Number(text, CommandWords);

    /// <summary>
    /// Returns the number in the setting with one of these names; null if there is no such setting, or if the text is not a connection string.
    /// </summary>
    public static int? Number(string? text, params ReadOnlySpan<string> words)
    {
        var settings = new DbConnectionStringBuilder();
        try
        {
            settings.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            // The provider reports what is wrong with the text.
            return null;
        }

        foreach (var word in words)
        {
            if (settings.TryGetValue(word, out var value) && int.TryParse(value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return number;
        }

        return null;
    }
}
