using System.Data.Common;
using System.Globalization;

namespace PaymentSdk.EntityFrameworkCore.Providers;

/// <summary>What a connection string says that the ledger has to know, whoever's provider reads it.</summary>
internal static class ConnectionText
{
    private static readonly string[] CommandWords = ["Command Timeout", "CommandTimeout", "Default Timeout", "DefaultTimeout"];

    /// <summary>The time limit of a command in seconds; null when it has none.</summary>
    public static int? CommandSeconds(string? text) => Number(text, CommandWords);

    /// <summary>The number under one of these words; null when there is none, or the text is no connection string.</summary>
    public static int? Number(string? text, params ReadOnlySpan<string> words)
    {
        var settings = new DbConnectionStringBuilder();
        try
        {
            settings.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            // The provider says what is wrong with it.
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
