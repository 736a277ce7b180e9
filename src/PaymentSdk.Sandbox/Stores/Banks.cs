using System.Collections.Frozen;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>
/// The banks. Answers name a bank by its code, and requests also by its Korean or English name (docs/spec/payment-api.md §1.4, appendix A).
/// </summary>
internal static class Banks
{
    private static readonly (string Code, string Korean, string English)[] _banks =
    [
        ("39", "경남", "KYONGNAMBANK"), ("34", "광주", "GWANGJUBANK"), ("12", "단위농협", "LOCALNONGHYEOP"), ("32", "부산", "BUSANBANK"),
        ("45", "새마을", "SAEMAUL"), ("64", "산림", "SANLIM"), ("88", "신한", "SHINHAN"), ("48", "신협", "SHINHYEOP"), ("27", "씨티", "CITI"),
        ("20", "우리", "WOORI"), ("71", "우체국", "POST"), ("50", "저축", "SAVINGBANK"), ("37", "전북", "JEONBUKBANK"), ("35", "제주", "JEJUBANK"),
        ("90", "카카오", "KAKAOBANK"), ("89", "케이", "KBANK"), ("92", "토스", "TOSSBANK"), ("81", "하나", "HANA"), ("54", "홍콩상하이", "HSBC"),
        ("31", "대구", "DAEGUBANK"), ("03", "기업", "IBK"), ("06", "국민", "KOOKMIN"), ("02", "산업", "KDBBANK"), ("11", "농협", "NONGHYEOP"),
        ("23", "SC제일", "SC"), ("07", "수협", "SUHYEOP"),
    ];

    private static readonly FrozenDictionary<string, string> _codes = _banks
        .SelectMany(bank => new[] { (Name: bank.Code, bank.Code), (Name: bank.Korean, bank.Code), (Name: bank.English, bank.Code) })
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the code of a bank for any of its names, or null if there is no such bank.</summary>
    public static string? Code(string name) => _codes.GetValueOrDefault(name.EndsWith("은행", StringComparison.Ordinal) ? name[..^2] : name);
}
