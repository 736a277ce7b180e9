using System.Security.Cryptography;
using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Checkout.Commit;
using PaymentSdk.Ledger;
using PaymentSdk.Webhooks;

namespace PaymentSdk.Checkout.Notifications;

/// <summary>What a webhook tells of one payment of the shop. It is a claim: only a query tells what is true.</summary>
internal sealed record PaymentNotification(OrderId OrderId, PaymentKey? PaymentKey, PaymentStatus Status, string? Secret, string? TransactionKey)
{
    /// <summary>The notification in a webhook; null when it is not about a payment that an order id names.</summary>
    public static PaymentNotification? Of(WebhookEvent webhook) => webhook switch
    {
        PaymentStatusChangedEvent { Payment: var payment } =>
            new(payment.OrderId, payment.PaymentKey, payment.Status, payment.Secret, payment.LastTransactionKey),
        DepositCallbackEvent deposit => new(deposit.OrderId, null, deposit.Status, deposit.Secret, deposit.TransactionKey),
        _ => null,
    };

    /// <summary>Whether this is about the payment that the attempt holds, or may come to hold.</summary>
    public bool IsAbout(Attempt attempt) => PaymentKey is not { } key || attempt.PaymentKey is not { } held || held == key;

    /// <summary>
    /// The secret of the payment is known to the gateway and to the shop alone. Before the outcome is committed there is none to
    /// compare with: that is not a wrong secret.
    /// </summary>
    public Verification VerifyFor(Attempt attempt)
    {
        if (attempt.DepositSecretHash is not { } kept || string.IsNullOrEmpty(Secret))
            return Verification.NotPossible;
        return DepositSecret.Matches(Secret, kept) ? Verification.Verified : Verification.WrongSecret;
    }

    /// <summary>One word by which a repetition is known. Two cancels in a row have the same status: the transaction tells them apart.</summary>
    public string Claim(Verification verification) =>
        verification == Verification.Verified ? $"{Word(Status.Value)}-{Short(TransactionKey)}" : RecheckRequests.UnverifiedClaim;

    // Statuses are upper-case words; anything else must not be read as one.
    private static string Word(string status) =>
        status.Length is > 0 and <= 30 && status.All(letter => char.IsAsciiLetterUpper(letter) || letter == '_') ? status : "OTHER";

    private static string Short(string? transactionKey) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(transactionKey ?? "")))[..8];
}
