namespace PaymentSdk;

/// <summary>
/// A failure that PaymentSdk reports: <see cref="PaymentException"/> of the payment API, <see cref="LedgerException"/> of the ledger. What a caller did
/// wrong is an <see cref="ArgumentException"/>, what the host did wrong an <see cref="InvalidOperationException"/> or an options failure at start.
/// </summary>
public abstract class PaymentSdkException : Exception
{
    private protected PaymentSdkException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
