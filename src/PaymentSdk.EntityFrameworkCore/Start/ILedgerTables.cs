using PaymentSdk.EntityFrameworkCore.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Start;

/// <summary>Checks the tables of the ledger when the host starts. How they are checked depends on who owns them.</summary>
internal interface ILedgerTables
{
    /// <exception cref="InvalidOperationException">The tables do not fit this version; the message says what to do.</exception>
    Task CheckAsync(LedgerSession session, CancellationToken cancellationToken);

    /// <summary>Examines the tables for the doctor without changing them, and returns the finding in one sentence.</summary>
    /// <exception cref="InvalidOperationException">The tables do not fit this version; the message says what to do.</exception>
    Task<string> ExamineAsync(LedgerSession session, CancellationToken cancellationToken);

    /// <summary>Returns, in one sentence, how the tables of a database that does not exist yet will be created.</summary>
    /// <exception cref="InvalidOperationException">The tables will not be created; the message says what to do.</exception>
    string ExamineMissing();
}
