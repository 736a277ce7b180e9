namespace PaymentSdk;

/// <summary>
/// Makes payments without a payment window. Outcomes are returned as types; the method throws only for misuse and for the caller's own cancellation.
/// There is one singleton per registration, keyed by its name; the default one is also registered without a key.
/// </summary>
public interface ICharges
{
    /// <summary>
    /// Charges a billing key, or a card by its number. The charge is stored in the ledger before it is sent, and it is sent once. If the answer is
    /// lost, the charge is queried by its order id, because no webhook reports it. A call with the same charge id never charges twice and returns the
    /// outcome of the first charge. To try again after a final refusal, use a new charge id.
    /// </summary>
    /// <exception cref="ArgumentException">A value of the charge is invalid. The message names it and the rule.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was canceled. If that was before the call, nothing was charged. Otherwise the charge goes on.
    /// </exception>
    Task<ConfirmOutcome> ChargeAsync(Charge charge, CancellationToken cancellationToken = default);
}
