using System.Data.Common;
using PaymentSdk.EntityFrameworkCore.Sqlite;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>Decides what a failure of the database means, and whether a commit may have taken effect.</summary>
internal static class LedgerFailure
{
    /// <param name="failure">The exception of the database or of the connection to it.</param>
    /// <param name="wholeOrNothing">Whether the call was one transaction, so that a refusal leaves nothing written.</param>
    public static LedgerException Tell(Exception failure, bool wholeOrNothing)
    {
        var cause = failure is NothingWrittenException { InnerException: { } inner } ? inner : failure;
        if (IsOfData(cause))
            return new LedgerException("The database of the payment ledger cannot store one of the values (see the inner exception). Nothing was written.", cause) { NothingWritten = true };
        var nothing = failure is NothingWrittenException || (wholeOrNothing && WasRefused(failure));
        return new LedgerException(
            $"The database of the payment ledger failed ({cause.GetBaseException().GetType().Name}, see the inner exception). " +
            (nothing ? "Nothing was written." : "Whether a commit took effect is not known: read again before anything is sent.") + SqliteProvider.Advice(cause),
            cause)
        { NothingWritten = nothing };
    }

    /// <summary>
    /// Returns true if the database refused a value that it cannot store or that a column does not allow. The same values would be refused again.
    /// </summary>
    public static bool IsOfData(Exception failure) => failure.GetBaseException() switch
    {
        UnstorableValueException => true,
        // Data exceptions, a missing value, a violated check, and a row that is too large.
        DbException { SqlState: { Length: 5 } state } => state is ['2', '2', ..] or "23502" or "23514" or "54000",
        DbException other => SqliteProvider.IsOfData(other),
        _ => false,
    };

    /// <summary>
    /// Returns true if the database answered with a refusal, because it has then rolled back. A broken connection or a stopped server gives no
    /// answer.
    /// </summary>
    private static bool WasRefused(Exception failure) => failure.GetBaseException() switch
    {
        DbException { SqlState: { Length: 5 } state } => state is not ['0', '8', ..] and not ['5', '7', 'P', ..] and not ['5', '8', ..] and not ['X', 'X', ..] and not "40003",
        DbException other => SqliteProvider.WasRefused(other),
        _ => false,
    };
}

/// <summary>The exception that wraps a failure of the database that occurred before anything could be committed.</summary>
internal sealed class NothingWrittenException(Exception failure) : Exception(failure.Message, failure);

/// <summary>
/// The exception that is thrown when a value would not be read back from the database unchanged. The message names the column, never the value.
/// </summary>
internal sealed class UnstorableValueException(string column, string fault) : Exception($"The value for {column} cannot be stored: {fault}.");
