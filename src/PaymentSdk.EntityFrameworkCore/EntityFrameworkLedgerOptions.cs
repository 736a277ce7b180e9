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
}
