namespace PaymentSdk.Sandbox.Stores;

/// <summary>What the account that a deposit goes back to must look like (docs/spec/payment-api.md §2.1, appendix A).</summary>
internal static class RefundAccountRules
{
    /// <summary>The code of the first thing wrong; null for an account that can be paid to.</summary>
    public static string? Refusal(RefundAccount? account) => account switch
    {
        null or { HolderName.Length: < 1 or > 60 } => "INVALID_REFUND_ACCOUNT_INFO",
        _ when Banks.Code(account.Bank) is null => "INVALID_BANK",
        { AccountNumber.Length: < 1 or > 20 } => "INVALID_REFUND_ACCOUNT_NUMBER",
        _ when account.AccountNumber.AsSpan().ContainsAnyExceptInRange('0', '9') => "INVALID_REFUND_ACCOUNT_NUMBER",
        _ => null,
    };
}
