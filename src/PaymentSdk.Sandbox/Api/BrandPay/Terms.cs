using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.BrandPay;

/// <summary>A text that a BrandPay customer agrees to.</summary>
internal sealed record Terms(int Id, string Scope, string Title, bool Required)
{
    private static readonly Terms[] _all =
    [
        new(1, "REGISTER", "전자금융거래 이용약관", Required: true),
        new(2, "REGISTER", "개인정보 수집 및 이용 동의", Required: true),
        new(3, "REGISTER", "혜택 알림 동의", Required: false),
        new(4, "CARD", "카드 등록 약관", Required: true),
        new(5, "ACCOUNT", "계좌 등록 약관", Required: true),
        new(6, "BILLING", "자동결제 이용약관", Required: true),
    ];

    public static Terms? Find(int id) => Array.Find(_all, terms => terms.Id == id);

    /// <summary>
    /// Returns the texts of the scopes. A request must have at least one scope, and can have at most the sign-up scope and one scope of a payment
    /// method (docs/spec/payment-api.md §2.6).
    /// </summary>
    public static Terms[] Of(IReadOnlyList<string> scopes)
    {
        var methods = scopes.Count(scope => scope is "CARD" or "ACCOUNT" or "BILLING");
        var known = scopes.Count(scope => scope == "REGISTER") is var joins && joins + methods == scopes.Count && joins <= 1 && methods <= 1;
        return known && scopes.Count > 0 ? [.. _all.Where(terms => scopes.Contains(terms.Scope))] : throw new RefusedException("INVALID_REQUEST");
    }
}
