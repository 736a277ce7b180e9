using System.Collections.Frozen;

namespace PaymentSdk.Sandbox.Books;

/// <summary>What the account that a deposit goes back to must look like (payment-api.md §2.1, appendix A).</summary>
internal static class RefundAccountRules
{
    private static readonly FrozenSet<string> _banks = FrozenSet.Create(
        StringComparer.Ordinal,
        "39", "34", "12", "32", "45", "64", "88", "48", "27", "20", "71", "50", "37", "35", "90", "89", "92", "81", "54", "31", "03", "06", "02", "11", "23", "07");

    /// <summary>The code of the first thing wrong; null for an account that can be paid to.</summary>
    public static string? Refusal(RefundAccount? account) => account switch
    {
        null or { HolderName.Length: < 1 or > 60 } => "INVALID_REFUND_ACCOUNT_INFO",
        _ when !_banks.Contains(account.Bank) => "INVALID_BANK",
        { AccountNumber.Length: < 1 or > 20 } => "INVALID_REFUND_ACCOUNT_NUMBER",
        _ when account.AccountNumber.AsSpan().ContainsAnyExceptInRange('0', '9') => "INVALID_REFUND_ACCOUNT_NUMBER",
        _ => null,
    };
}
