namespace PaymentSdk;

/// <summary>
/// The base class of the exceptions that PaymentSdk throws: <see cref="PaymentException"/> for the payment API and <see cref="LedgerException"/>
/// for the ledger. A mistake of the caller is an <see cref="ArgumentException"/>; a mistake of the host is an
/// <see cref="InvalidOperationException"/>, or an options failure at start.
/// </summary>
public abstract class PaymentSdkException : Exception
{
    private protected PaymentSdkException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
