using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>The clock of PostgreSQL inside a query.</summary>
internal static class PostgreSqlTime
{
    /// <summary>Returns the time of the server. It can only be called within a query of PostgreSQL.</summary>
    public static DateTime ClockTimestamp() => throw new InvalidOperationException("This is SQL's clock_timestamp().");

    /// <summary>
    /// Adds the function to a model. Models for other databases also have the function, but no query calls it there, and no migration contains it.
    /// </summary>
    public static void Map(ModelBuilder model) =>
        model.HasDbFunction(typeof(PostgreSqlTime).GetMethod(nameof(ClockTimestamp))!).HasName("clock_timestamp").IsBuiltIn();
}
