namespace PaymentSdk;

/// <summary>The payment API, one property per resource. A singleton; safe to use from any thread; made to be mocked.</summary>
public interface IPaymentClient
{
    /// <summary>Payments: confirm, look up, cancel.</summary>
    IPayments Payments { get; }

    /// <summary>Transactions: every movement of money, for books and reconciliation.</summary>
    ITransactions Transactions { get; }
}
