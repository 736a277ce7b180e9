using System.Security.Cryptography;
using System.Text;

namespace PaymentSdk.Inbox;

/// <summary>What a webhook tells of one payment of the shop. It is a claim: only a query tells what is true.</summary>
internal sealed record PaymentNews(OrderId OrderId, PaymentKey? PaymentKey, PaymentStatus Status, string? Secret, string? TransactionKey)
{
    /// <summary>What the ledger remembers of a claim that nothing proves: all of them are worth the same.</summary>
    public const string UnprovenClaim = "unproven";

    /// <summary>The news of a webhook; null when it is about no payment that an order id names.</summary>
    public static PaymentNews? Of(WebhookEvent webhook) => webhook switch
    {
        PaymentStatusChangedEvent { Payment: var payment } =>
            new(payment.OrderId, payment.PaymentKey, payment.Status, payment.Secret, payment.LastTransactionKey),
        DepositCallbackEvent deposit => new(deposit.OrderId, null, deposit.Status, deposit.Secret, deposit.TransactionKey),
        _ => null,
    };

    /// <summary>Whether this is about the payment that the attempt holds, or may come to hold.</summary>
    public bool IsAbout(Attempt attempt) => PaymentKey is not { } key || attempt.PaymentKey is not { } held || held == key;

    /// <summary>
    /// The secret of the payment is known to the gateway and to us alone. Before our commit there is none to compare with: that
    /// is not a wrong secret (money.md §8).
    /// </summary>
    public Proof ProofFor(Attempt attempt)
    {
        if (attempt.DepositSecretHash is not { } kept || string.IsNullOrEmpty(Secret))
            return Proof.Missing;
        return DepositSecret.Matches(Secret, kept) ? Proof.Right : Proof.Wrong;
    }

    /// <summary>
    /// One word by which a repetition is known. Two cancels in a row have the same status: the transaction tells them apart
    /// (payment-api.md §7.2).
    /// </summary>
    public string Claim(Proof proof) => proof == Proof.Right ? $"{Word(Status.Value)}-{Short(TransactionKey)}" : UnprovenClaim;

    // Statuses are upper-case words; anything else is nothing that a person should read as one.
    private static string Word(string status) =>
        status.Length is > 0 and <= 30 && status.All(letter => char.IsAsciiLetterUpper(letter) || letter == '_') ? status : "OTHER";

    private static string Short(string? transactionKey) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(transactionKey ?? "")))[..8];
}
