namespace PaymentSdk;

/// <summary>
/// Payments without a window. Outcomes are types, never exceptions; it throws only for misuse and for the caller's own cancellation.
/// A singleton; registrations with a name have one keyed by it.
/// </summary>
public interface ICharges
{
    /// <summary>
    /// Charges without a window: a billing key, or a card by its number. In the ledger before it is sent, sent once, and
    /// looked up by its order id when the answer is lost; no webhook tells of it. The same charge id again never charges twice
    /// and tells how it ended; after a final refusal another try has a new charge id.
    /// </summary>
    Task<ConfirmOutcome> ChargeAsync(Charge charge, CancellationToken cancellationToken = default);
}
