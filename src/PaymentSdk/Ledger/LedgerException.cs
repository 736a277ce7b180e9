namespace PaymentSdk;

/// <summary>
/// The exception that is thrown when the ledger fails or does not answer. It is then not known whether a commit took effect, unless
/// <see cref="NothingWritten"/> is true. Read the rows again.
/// </summary>
public sealed class LedgerException : PaymentSdkException
{
    /// <summary>Initializes a new instance of the <see cref="LedgerException"/> class.</summary>
    public LedgerException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether it is certain that the call changed nothing, e.g. because the disk is full. Default false, which means that this is not known.
    /// </summary>
    public bool NothingWritten { get; init; }
}
