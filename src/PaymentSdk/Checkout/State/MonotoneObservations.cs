using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PaymentSdk.Api;
using PaymentSdk.Ledger;
using PaymentSdk.Values;

namespace PaymentSdk.Checkout.State;

/// <summary>
/// Prevents the ledger from moving backwards. A lagging replica may answer a query, so no single observation undoes what was seen before. No other
/// code decides this (docs/spec/money.md §5). Has no side effects.
/// </summary>
internal static class MonotoneObservations
{
    /// <summary>
    /// The time between two agreeing queries. An answer can be stale only for a shorter time, so the second query shows current data.
    /// </summary>
    public static readonly TimeSpan Agreement = TimeSpan.FromSeconds(60);

    /// <summary>How many queries must get the same void answer before an operator is needed.</summary>
    private const int VoidAnswers = 3;

    /// <summary>Returns the part of an observation that may be applied to the row.</summary>
    /// <param name="attempt">The current row.</param>
    /// <param name="seen">The observation.</param>
    /// <param name="begun">When the query began, in database time.</param>
    public static Admitted Admit(Attempt attempt, Observation seen, DateTimeOffset begun)
    {
        if (Contradicts(attempt, seen))
            return new(seen with { Fact = ObservedFact.Nothing, Payment = null, SaysNothing = true }, attempt);
        if (seen.Contradiction is { } contradiction)
            return seen.ByQuery ? Void(attempt, seen, contradiction, begun) : new(seen, attempt);
        if (!IsBackwards(attempt, seen))
            return new(seen, seen.Payment is null ? attempt : Forget(attempt));
        var shown = Signature(seen);
        if (!seen.ByQuery)
            return new(Doubted(seen), attempt);
        if (attempt.DoubtfulObservation == shown && attempt.DoubtfulObservationAt is { } first)
        {
            return begun >= first + Agreement
                ? new(seen, Forget(attempt) with { Balance = null, BalanceCurrency = null, CancelCount = 0 })
                : new(Doubted(seen), attempt);
        }

        return new(Doubted(seen), attempt with { DoubtfulObservation = shown, DoubtfulObservationAt = begun });
    }

    /// <summary>Returns the number of cancels that took place or are pending. An aborted cancel refunded nothing.</summary>
    public static int CancelCount(Payment payment) => payment.Cancels?.Count(cancel => cancel.CancelStatus != CancelStatus.Aborted) ?? 0;

    /// <summary>
    /// Whether the observation cannot follow DONE in the API. For a payment that was once seen as DONE, such an observation says nothing, however
    /// often it is repeated.
    /// </summary>
    private static bool Contradicts(Attempt attempt, Observation seen) =>
        attempt.ApprovedAt is not null
        && seen.Fact is ObservedFact.NotFound or ObservedFact.InProgress or ObservedFact.Expired or ObservedFact.Aborted;

    private static bool IsBackwards(Attempt attempt, Observation seen)
    {
        if (seen.Payment is not { } payment)
            return false;
        var wasPaid = attempt.ApprovedAt is not null;
        if (seen.Fact == ObservedFact.AwaitingDeposit)
            return wasPaid || attempt.CancelCount > 0;
        if (seen.Fact < ObservedFact.Approved || (!wasPaid && attempt.CancelCount == 0))
            return false;
        // The payment had the expected amount before and has another one now, so one of the two answers is wrong.
        if (seen.Fact == ObservedFact.Mismatch && attempt.State is AttemptState.Approved or AttemptState.PartlyCanceled)
            return true;
        return CancelCount(payment) < attempt.CancelCount || payment.BalanceAmount > attempt.Balance;
    }

    /// <summary>Counts equal void answers. A readable answer resets the count, and the third void answer makes the row need an operator.</summary>
    private static Admitted Void(Attempt attempt, Observation seen, string contradiction, DateTimeOffset begun)
    {
        var times = attempt.DoubtfulObservation switch
        {
            { } one when one == Signature(contradiction, 1) => 2,
            { } two when two == Signature(contradiction, 2) => 3,
            _ => 1,
        };
        return times == VoidAnswers
            ? new(seen with { IsVoidForGood = true }, Forget(attempt))
            : new(seen, attempt with { DoubtfulObservation = Signature(contradiction, times), DoubtfulObservationAt = begun });
    }

    private static Observation Doubted(Observation seen) => seen with { Fact = ObservedFact.Nothing, Payment = null, IsDoubtful = true };

    private static Attempt Forget(Attempt attempt) => attempt with { DoubtfulObservation = null, DoubtfulObservationAt = null };

    private static string Signature(string contradiction, int times) => string.Create(CultureInfo.InvariantCulture, $"void {times}: {contradiction}");

    private static string Signature(Observation seen) => string.Create(
        CultureInfo.InvariantCulture, $"{seen.Fact} {seen.Payment!.BalanceAmount:0.####} {StorableText.Of(seen.Payment.Currency)} {CancelCount(seen.Payment)}");

    /// <summary>An observation with the part of it that may be applied.</summary>
    /// <param name="Seen">
    /// The observation to apply; its fact is <see cref="ObservedFact.Nothing"/> when it says nothing or waits for a second query.
    /// </param>
    /// <param name="Attempt">The row, with the observation that waits for a second query.</param>
    internal readonly record struct Admitted(Observation Seen, Attempt Attempt);
}

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

/// <summary>Reads the money movements of a payment, one per transaction key (docs/spec/money.md §8).</summary>
internal static class MoneyMovements
{
    /// <summary>
    /// Returns the money movements that the payment shows. The payment shows the transaction key of its approval only until the first cancel. If
    /// the payment is first seen after a cancel, reconciliation adds the movement of the approval.
    /// </summary>
    public static IReadOnlyList<MoneyMovement> Of(AttemptSnapshot entry, Payment? payment, ObservedFact fact)
    {
        if (payment is null || fact is not (ObservedFact.Approved or ObservedFact.PartlyCanceled or ObservedFact.Canceled))
            return [];
        // A virtual account that was closed before its deposit has a cancel, but no money moved.
        if (payment.ApprovedAt is null && payment.VirtualAccount is not null)
            return [];
        var cancels = payment.Cancels ?? [];
        var lines = cancels.Where(IsDone).Select(cancel => Cancel(entry, payment, cancel)).OfType<MoneyMovement>().ToList();
        if (cancels.Count == 0 && payment is { LastTransactionKey: { Length: > 0 } key, ApprovedAt: { } at, TotalAmount: var amount })
        {
            lines.Add(Line(entry, payment, key, MoneyMovementKind.Approval, amount, at) with
            {
                SuppliedAmount = payment.SuppliedAmount,
                Vat = payment.Vat,
                TaxFreeAmount = payment.TaxFreeAmount,
            });
        }

        return lines;
    }

    private static bool IsDone(PaymentCancel cancel) => cancel.CancelStatus is not { } status || status == CancelStatus.Done;

    private static MoneyMovement? Cancel(AttemptSnapshot entry, Payment payment, PaymentCancel cancel) =>
        cancel is { TransactionKey: { Length: > 0 } key, CancelAmount: > 0 and var amount, CanceledAt: { } at }
            ? Line(entry, payment, key, MoneyMovementKind.Cancel, -amount, at) with { TaxFreeAmount = -cancel.TaxFreeAmount }
            : null;

    private static MoneyMovement Line(AttemptSnapshot entry, Payment payment, string key, MoneyMovementKind kind, decimal amount, DateTimeOffset at) => new()
    {
        Merchant = entry.Attempt.Merchant,
        TransactionKey = StorableText.Id(key)!,
        OrderId = entry.Attempt.OrderId,
        PaymentKey = payment.PaymentKey,
        Kind = kind,
        Amount = Money.Rounded(amount, StorableText.Of(payment.Currency)),
        Method = StorableText.Describe(payment.Method?.Value, StorableText.Longest),
        GatewayMerchantId = StorableText.Describe(payment.MId, StorableText.Longest),
        TestMode = entry.Purchase.TestMode,
        At = at,
        RecordedAt = entry.Now,
    };
}
