namespace PaymentSdk;

/// <summary>
/// The exception that is thrown when the ledger fails or does not answer. Whether a commit took effect is then unknown, unless
/// <see cref="NothingWritten"/> is true: read again.
/// </summary>
public sealed class LedgerException : PaymentSdkException
{
    /// <summary>Initializes a new instance of the <see cref="LedgerException"/> class.</summary>
    public LedgerException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether the ledger is sure that the call changed nothing, e.g. because the disk is full. Default false, which means that it is not known.
    /// </summary>
    public bool NothingWritten { get; init; }
}
