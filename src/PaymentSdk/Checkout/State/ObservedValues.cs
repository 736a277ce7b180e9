using System.Security.Cryptography;
using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Ledger;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.State;

/// <summary>What an observation tells of an attempt beyond its fact.</summary>
internal static class ObservedValues
{
    /// <summary>The attempt with everything that was seen of it.</summary>
    /// <param name="attempt">The row, as <see cref="MonotoneObservations"/> lets it be changed.</param>
    /// <param name="seen">What was seen, as it may be applied.</param>
    /// <param name="now">The time of the reading, in database time.</param>
    /// <param name="testMode">Whether it was paid with test keys: then the receipt may be one of a sandbox on this machine.</param>
    public static Attempt Learn(Attempt attempt, Observation seen, DateTimeOffset now, bool testMode)
    {
        attempt = attempt with
        {
            LastQueriedAt = seen.ByQuery ? now : attempt.LastQueriedAt,
            QueryOnly = attempt.QueryOnly || seen.SpendsKey,
            FailureCode = Code(seen.ConfirmCode) ?? attempt.FailureCode,
        };
        if (seen.Payment is not { } payment)
            return attempt;
        if (seen.Fact >= ObservedFact.Expired)
        {
            attempt = attempt with
            {
                Method = StorableText.Describe(payment.Method?.Value, StorableText.Longest) ?? attempt.Method,
                FailureCode = Code(payment.Failure?.Code) ?? attempt.FailureCode,
            };
        }

        return seen.Fact >= ObservedFact.AwaitingDeposit ? LearnMoney(attempt, payment, seen.Fact, now, testMode) : attempt;
    }

    private static Attempt LearnMoney(Attempt attempt, Payment payment, ObservedFact fact, DateTimeOffset now, bool testMode)
    {
        attempt = attempt with
        {
            PaymentKey = attempt.PaymentKey ?? payment.PaymentKey,
            CancelCount = MonotoneObservations.CancelCount(payment),
            ReceiptUrl = Page(payment.Receipt?.Url, testMode) ?? attempt.ReceiptUrl,
            LastTransactionKey = StorableText.Id(payment.LastTransactionKey) ?? attempt.LastTransactionKey,
            DepositSecretHash = payment.Secret is { } secret
                ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))
                : attempt.DepositSecretHash,
            DepositAccount = Account(payment) ?? attempt.DepositAccount,
        };
        // Before a deposit, and after a returned one, nothing was approved and nothing can be refunded.
        if (Observations.IsAwaitingDeposit(payment))
            return attempt with { ApprovedAt = null, Balance = null, BalanceCurrency = null };
        var approvedAt = payment.ApprovedAt ?? attempt.ApprovedAt;
        return attempt with
        {
            Balance = payment.BalanceAmount ?? attempt.Balance,
            BalanceCurrency = payment.BalanceAmount is null ? attempt.BalanceCurrency : StorableText.Of(payment.Currency),
            ApprovedAt = fact == ObservedFact.Canceled ? approvedAt : approvedAt ?? now,
        };
    }

    private static DepositAccount? Account(Payment payment) => payment.VirtualAccount is { AccountNumber: { } number } account
        ? new DepositAccount
        {
            BankCode = StorableText.Describe(account.BankCode?.Value ?? account.Bank, StorableText.Longest) ?? "",
            AccountNumber = StorableText.Describe(number, StorableText.Longest)!,
            DueDate = account.DueDate,
        }
        : null;

    /// <summary>A page that a buyer may be sent to; null for every other address.</summary>
    private static string? Page(string? address, bool testMode) =>
        PageAddress.IsSecure(address) || (testMode && PageAddress.IsSafe(address)) ? address : null;

    private static PaymentErrorCode? Code(PaymentErrorCode? code) =>
        StorableText.Describe(code?.Value, StorableText.Longest) is { Length: > 0 } text ? PaymentErrorCode.From(text) : null;
}
