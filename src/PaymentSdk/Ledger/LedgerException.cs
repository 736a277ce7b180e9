namespace PaymentSdk;

/// <summary>The ledger did not answer. Whether a commit took effect is then not known, unless <see cref="NothingWritten"/> says so: read again.</summary>
public sealed class LedgerException : PaymentSdkException
{
    /// <summary>A failure of the ledger.</summary>
    public LedgerException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the ledger is sure that the call changed nothing, e.g. because the disk is full. Default false: not known.</summary>
    public bool NothingWritten { get; init; }
}
