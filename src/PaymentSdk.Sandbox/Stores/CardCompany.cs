using System.Collections.Frozen;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>A card company. A request can name it by code, in Korean or in English (docs/spec/payment-api.md §1.4, §13, appendix A).</summary>
internal sealed record CardCompany(string Code, string Korean, string English)
{
    private static readonly CardCompany[] _all =
    [
        new("3K", "기업비씨", "IBK_BC"), new("46", "광주", "GWANGJUBANK"), new("71", "롯데", "LOTTE"), new("30", "산업", "KDBBANK"),
        new("31", "비씨", "BC"), new("51", "삼성", "SAMSUNG"), new("38", "새마을", "SAEMAUL"), new("41", "신한", "SHINHAN"),
        new("62", "신협", "SHINHYEOP"), new("36", "씨티", "CITI"), new("37", "우체국", "POST"), new("39", "저축", "SAVINGBANK"),
        new("35", "전북", "JEONBUKBANK"), new("42", "제주", "JEJUBANK"), new("15", "카카오뱅크", "KAKAOBANK"), new("3A", "케이뱅크", "KBANK"),
        new("24", "토스뱅크", "TOSSBANK"), new("21", "하나", "HANA"), new("61", "현대", "HYUNDAI"), new("11", "국민", "KOOKMIN"),
        new("91", "농협", "NONGHYEOP"), new("34", "수협", "SUHYEOP"), new("W1", "우리", "WOORI"), new("33", "우리비씨", "WOORI_BC"),
        new("6D", "다이너스", "DINERS"), new("6I", "디스커버", "DISCOVER"), new("4M", "마스터", "MASTER"), new("3C", "유니온페이", "UNIONPAY"),
        new("7A", "아메리칸익스프레스", "AMEX"), new("4J", "제이씨비", "JCB"), new("4V", "비자", "VISA"),
    ];

    private static readonly FrozenDictionary<string, CardCompany> _byName = _all
        .SelectMany(company => new[] { company.Code, company.Korean, company.English }, (company, name) => KeyValuePair.Create(name, company))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the company with that code or name, or null if there is none.</summary>
    public static CardCompany? Find(string name) => _byName.GetValueOrDefault(name.EndsWith("카드", StringComparison.Ordinal) ? name[..^2] : name);
}
