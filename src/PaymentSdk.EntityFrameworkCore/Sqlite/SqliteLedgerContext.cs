using Microsoft.EntityFrameworkCore;
using PaymentSdk.EntityFrameworkCore.Providers;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>The context of a ledger on SQLite.</summary>
internal sealed class SqliteLedgerContext(DbContextOptions<SqliteLedgerContext> options) : LedgerContext(options);
