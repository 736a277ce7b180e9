using System.Security.Cryptography;
using System.Text;

namespace PaymentSdk.Checkout;

/// <summary>What an observation tells of an attempt beyond its fact.</summary>
internal static class Learning
{
    /// <summary>The attempt with everything that was seen of it.</summary>
    public static Attempt Learn(LedgerEntry entry, Observation seen)
    {
        var attempt = entry.Attempt with
        {
            LastQueriedAt = seen.ByQuery ? entry.Now : entry.Attempt.LastQueriedAt,
            QueryOnly = entry.Attempt.QueryOnly || seen.SpendsKey,
            FailureCode = seen.ConfirmCode ?? entry.Attempt.FailureCode,
        };
        attempt = seen.Payment is { } closed && seen.Fact >= ObservedFact.Expired
            ? attempt with { Method = closed.Method?.Value ?? attempt.Method, FailureCode = closed.Failure?.Code ?? attempt.FailureCode }
            : attempt;
        // A deposit that the bank took back was no approval.
        attempt = seen.Fact == ObservedFact.AwaitingDeposit ? attempt with { ApprovedAt = null } : attempt;
        return seen.Payment is { } payment && seen.Fact >= ObservedFact.AwaitingDeposit ? Learn(attempt, payment) : attempt;
    }

    private static Attempt Learn(Attempt attempt, Payment payment) => attempt with
    {
        PaymentKey = attempt.PaymentKey ?? payment.PaymentKey,
        Balance = payment.BalanceAmount ?? attempt.Balance,
        CancelCount = payment.Cancels?.Count ?? attempt.CancelCount,
        ApprovedAt = payment.ApprovedAt ?? attempt.ApprovedAt,
        ReceiptUrl = payment.Receipt?.Url ?? attempt.ReceiptUrl,
        LastTransactionKey = payment.LastTransactionKey ?? attempt.LastTransactionKey,
        DepositSecretHash = payment.Secret is { } secret
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))
            : attempt.DepositSecretHash,
        DepositAccount = payment.VirtualAccount is { AccountNumber: { } number } account
            ? new DepositAccount { BankCode = account.BankCode?.Value ?? account.Bank ?? "", AccountNumber = number, DueDate = account.DueDate }
            : attempt.DepositAccount,
    };
}
