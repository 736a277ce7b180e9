using System.Security.Cryptography;
using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Ledger;
using PaymentSdk.Webhooks;

namespace PaymentSdk.Checkout.Notifications;

/// <summary>The claim of a webhook about one payment of the shop. Only a query shows whether it is true.</summary>
internal sealed record PaymentNotification(OrderId OrderId, PaymentKey? PaymentKey, PaymentStatus Status, string? Secret, string? TransactionKey)
{
    /// <summary>Returns the notification in a webhook; null when the webhook is not about a payment with an order id.</summary>
    public static PaymentNotification? Of(WebhookEvent webhook) => webhook switch
    {
        PaymentStatusChangedEvent { Payment: var payment } =>
            new(payment.OrderId, payment.PaymentKey, payment.Status, payment.Secret, payment.LastTransactionKey),
        DepositCallbackEvent deposit => new(deposit.OrderId, null, deposit.Status, deposit.Secret, deposit.TransactionKey),
        _ => null,
    };

    /// <summary>Whether the notification is about the payment of the attempt, as far as its payment key is known.</summary>
    public bool IsAbout(Attempt attempt) => PaymentKey is not { } key || attempt.PaymentKey is not { } held || held == key;

    /// <summary>
    /// Compares the secret in the notification with the stored hash of the payment's secret. Only the gateway and the shop know that secret. Until
    /// the outcome is committed there is no stored hash, and the result is <see cref="Verification.NotPossible"/>.
    /// </summary>
    public Verification VerifyFor(Attempt attempt)
    {
        if (attempt.DepositSecretHash is not { } kept || string.IsNullOrEmpty(Secret))
            return Verification.NotPossible;
        return DepositSecret.Matches(Secret, kept) ? Verification.Verified : Verification.WrongSecret;
    }

    /// <summary>
    /// Returns a word that identifies a repetition. Two cancels in a row have the same status, so the transaction key is part of the word.
    /// </summary>
    public string Claim(Verification verification) =>
        verification == Verification.Verified ? $"{Word(Status.Value)}-{Short(TransactionKey)}" : RecheckRequests.UnverifiedClaim;

    // Statuses are upper-case words. Any other text must not be taken for a status.
    private static string Word(string status) =>
        status.Length is > 0 and <= 30 && status.All(letter => char.IsAsciiLetterUpper(letter) || letter == '_') ? status : "OTHER";

    private static string Short(string? transactionKey) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(transactionKey ?? "")))[..8];
}
