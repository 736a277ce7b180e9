using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Start;

/// <summary>Who owns the tables of the ledger decides how they are checked when the host starts.</summary>
internal interface ILedgerTables
{
    /// <exception cref="InvalidOperationException">The tables do not fit this version; the message says what to do.</exception>
    Task CheckAsync(DbContext database, CancellationToken cancellationToken);
}
