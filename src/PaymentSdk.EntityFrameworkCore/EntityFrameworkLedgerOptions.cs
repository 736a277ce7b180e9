namespace PaymentSdk;

/// <summary>How the Entity Framework Core ledger starts.</summary>
public sealed class EntityFrameworkLedgerOptions
{
    /// <summary>
    /// Whether the host brings the tables of the ledger up to date when it starts. Default null: true in Development, false
    /// elsewhere, where a ledger that is behind stops the host and says what to do. Not used when the tables live in the
    /// merchant's own context, whose migrations are the merchant's.
    /// </summary>
    public bool? MigrateAtStart { get; set; }

    /// <summary>
    /// Whether the host starts on a database that PaymentSdk has not been verified on, which is any but SQLite and PostgreSQL. Default false:
    /// the host does not start, and the error shows what a try found. Setting it makes the shop responsible for durable commits, for text that
    /// comes back as it was written, and for keys that differ by case. Only used with <c>AddEntityFrameworkLedger&lt;TContext&gt;</c>.
    /// </summary>
    public bool DangerouslyAcceptUnverifiedProvider { get; set; }
}
