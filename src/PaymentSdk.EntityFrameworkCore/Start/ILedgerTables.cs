using PaymentSdk.EntityFrameworkCore.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Start;

/// <summary>Who owns the tables of the ledger decides how they are checked when the host starts.</summary>
internal interface ILedgerTables
{
    /// <exception cref="InvalidOperationException">The tables do not fit this version; the message says what to do.</exception>
    Task CheckAsync(LedgerSession session, CancellationToken cancellationToken);

    /// <summary>Leaves nothing changed, for the doctor: what it found, in one sentence.</summary>
    /// <exception cref="InvalidOperationException">The tables do not fit this version; the message says what to do.</exception>
    Task<string> ExamineAsync(LedgerSession session, CancellationToken cancellationToken);

    /// <summary>What becomes of a database that is not there yet.</summary>
    /// <exception cref="InvalidOperationException">It will not be created; the message says what to do.</exception>
    string ExamineMissing();
}
