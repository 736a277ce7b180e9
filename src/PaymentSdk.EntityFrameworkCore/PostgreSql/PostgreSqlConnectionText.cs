using System.Globalization;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.PostgreSql;

/// <summary>Settings of a connection string of Npgsql with which payments fail although the server is well.</summary>
internal static class PostgreSqlConnectionText
{
    private const int MinConnectSeconds = 5;

    public static IReadOnlyList<string> Remarks(string connectionString)
    {
        var remarks = new List<string>();
        if (ConnectionText.Number(connectionString, "Timeout", "Connection Timeout") is > 0 and < MinConnectSeconds and var seconds)
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"Timeout={seconds} in the connection string ends a connection attempt after {seconds} s, and a busy server needs longer: confirms are then answered 503. Write {MinConnectSeconds} or more, or leave it out (15)."));
        if (ConnectionText.Number(connectionString, "Maximum Pool Size", "Max Pool Size", "MaxPoolSize") is < LedgerProvider.MaxSessions and var most)
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"Maximum Pool Size={most} in the connection string is less than the {LedgerProvider.MaxSessions} connections that the ledger uses at once: buyers wait for each other, and the shop's own contexts with the same string for them. Write more, or leave it out (100)."));
        return remarks;
    }
}
