namespace PaymentSdk;

/// <summary>Configures how the Entity Framework Core ledger starts.</summary>
public sealed class EntityFrameworkLedgerOptions
{
    /// <summary>
    /// Whether the host updates the tables of the ledger when it starts. The default is null: true in Development and false elsewhere, where the host
    /// does not start with an outdated ledger, and the error says what to do. It has no effect if the tables are in the shop's own context, because
    /// the
    /// shop then migrates them itself.
    /// </summary>
    public bool? MigrateAtStart { get; set; }

    /// <summary>
    /// Whether the host starts on a database on which PaymentSdk has not been verified, that is, on any database except SQLite and PostgreSQL. The
    /// default is false: the host does not start, and the error shows what a trial found. If it is true, the shop is responsible for durable commits,
    /// for text that is read back unchanged, and for keys that differ by case. It is used only with <c>AddEntityFrameworkLedger&lt;TContext&gt;</c>.
    /// </summary>
    public bool DangerouslyAcceptUnverifiedProvider { get; set; }
}
