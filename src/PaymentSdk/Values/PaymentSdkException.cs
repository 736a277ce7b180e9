namespace PaymentSdk;

/// <summary>
/// The base class of the exceptions that PaymentSdk throws: <see cref="PaymentException"/> for the payment API and <see cref="LedgerException"/> for
/// the ledger. A caller's mistake is reported as an <see cref="ArgumentException"/>; a mistake in the setup of the host as an
/// <see cref="InvalidOperationException"/>, or as an options validation failure at start.
/// </summary>
public abstract class PaymentSdkException : Exception
{
    private protected PaymentSdkException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
