namespace PaymentSdk;

/// <summary>The ledger did not answer. Whether a commit took effect is then not known: read again.</summary>
public sealed class LedgerException : Exception
{
    /// <summary>A failure of the ledger.</summary>
    public LedgerException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
