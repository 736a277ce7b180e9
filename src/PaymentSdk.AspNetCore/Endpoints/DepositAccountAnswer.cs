using PaymentSdk.Values;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>The account to deposit to.</summary>
internal sealed record DepositAccountAnswer(string BankCode, string AccountNumber, DateTimeOffset? DueDate)
{
    public static DepositAccountAnswer? Of(DepositAccount? account) =>
        account is null ? null : new(account.BankCode, account.AccountNumber, KoreanTime.Of(account.DueDate));
}
