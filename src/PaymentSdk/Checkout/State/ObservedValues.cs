using System.Security.Cryptography;
using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Ledger;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.State;

/// <summary>Stores the values of an observation in the attempt, in addition to its fact.</summary>
internal static class ObservedValues
{
    /// <summary>Returns the attempt with all values that were seen.</summary>
    /// <param name="attempt">The row, as <see cref="MonotoneObservations"/> returns it.</param>
    /// <param name="seen">The part of the observation that may be applied.</param>
    /// <param name="now">The current database time.</param>
    /// <param name="testMode">Whether the payment was made with test keys. Its receipt may then be a page of a sandbox on this machine.</param>
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
        // Before a deposit and after a returned one, nothing is approved and nothing can be refunded.
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

    /// <summary>Returns the URL if a buyer may be sent to it; otherwise null.</summary>
    private static string? Page(string? address, bool testMode) =>
        PageAddress.IsSecure(address) || (testMode && PageAddress.IsSafe(address)) ? address : null;

    private static PaymentErrorCode? Code(PaymentErrorCode? code) =>
        StorableText.Describe(code?.Value, StorableText.Longest) is { Length: > 0 } text ? PaymentErrorCode.From(text) : null;
}
