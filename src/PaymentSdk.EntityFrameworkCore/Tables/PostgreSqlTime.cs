using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>PostgreSQL's clock inside a query.</summary>
internal static class PostgreSqlTime
{
    /// <summary>Only within a query of PostgreSQL.</summary>
    public static DateTime ClockTimestamp() => throw new InvalidOperationException("This is SQL's clock_timestamp().");

    /// <summary>Harmless in the model of another database: it is never called there, and no migration sees it.</summary>
    public static void Map(ModelBuilder model) =>
        model.HasDbFunction(typeof(PostgreSqlTime).GetMethod(nameof(ClockTimestamp))!).HasName("clock_timestamp").IsBuiltIn();
}
