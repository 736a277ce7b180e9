using System.Data.Common;

namespace PaymentSdk.EntityFrameworkCore.PostgreSql;

/// <summary>Lets the server keep the plans of the ledger's queries: they are few, and its connections stay open (0034).</summary>
internal static class PreparedPostgreSql
{
    private static readonly string[] Words = ["Max Auto Prepare", "MaxAutoPrepare"];

    /// <summary>The host's connection string with statements prepared that come again, unless it says how many itself, or only names one in the configuration.</summary>
    public static string ConnectionString(string text)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = text };
        if (settings.ContainsKey("Name") || Words.Any(settings.ContainsKey))
            return text;
        settings[Words[0]] = 64;
        return settings.ConnectionString;
    }
}
