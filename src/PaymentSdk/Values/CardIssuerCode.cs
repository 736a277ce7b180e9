using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The code of a card issuer or acquirer, e.g. <c>41</c>. The number, the Korean name and the English name of a company compare as equal.
/// <see cref="Value"/> keeps the text that was received. An unknown code is kept too.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<CardIssuerCode>)), OpenValue("code")]
public readonly partial record struct CardIssuerCode : IOpenValue<CardIssuerCode>
{
    // "우리" is the name of two issuers, 33 and W1, so it is kept as received and equals neither.
    private static readonly OpenWords Words = new(
        ["3K", "기업비씨", "IBK_BC"],
        ["46", "광주", "GWANGJUBANK"],
        ["71", "롯데", "LOTTE"],
        ["30", "산업", "KDBBANK"],
        ["31", "비씨", "BC"],
        ["51", "삼성", "SAMSUNG"],
        ["38", "새마을", "SAEMAUL"],
        ["41", "신한", "SHINHAN"],
        ["62", "신협", "SHINHYEOP"],
        ["36", "씨티", "CITI"],
        ["37", "우체국", "POST"],
        ["39", "저축", "SAVINGBANK"],
        ["35", "전북", "JEONBUKBANK"],
        ["42", "제주", "JEJUBANK"],
        ["15", "카카오뱅크", "KAKAOBANK"],
        ["3A", "케이뱅크", "KBANK"],
        ["24", "토스뱅크", "TOSSBANK"],
        ["21", "하나", "HANA"],
        ["61", "현대", "HYUNDAI"],
        ["11", "국민", "KOOKMIN"],
        ["91", "농협", "NONGHYEOP"],
        ["34", "수협", "SUHYEOP"],
        ["6D", "다이너스", "DINERS"],
        ["6I", "디스커버", "DISCOVER"],
        ["4M", "마스터", "MASTER"],
        ["3C", "유니온페이", "UNIONPAY"],
        ["7A", "아메리칸익스프레스", "AMEX"],
        ["4J", "JCB"],
        ["4V", "비자", "VISA"]);

    /// <summary>IBK BC.</summary>
    public static CardIssuerCode IbkBc { get; } = new("3K");

    /// <summary>Gwangju.</summary>
    public static CardIssuerCode Gwangju { get; } = new("46");

    /// <summary>Lotte.</summary>
    public static CardIssuerCode Lotte { get; } = new("71");

    /// <summary>KDB.</summary>
    public static CardIssuerCode Kdb { get; } = new("30");

    /// <summary>BC.</summary>
    public static CardIssuerCode Bc { get; } = new("31");

    /// <summary>Samsung.</summary>
    public static CardIssuerCode Samsung { get; } = new("51");

    /// <summary>Saemaul.</summary>
    public static CardIssuerCode Saemaul { get; } = new("38");

    /// <summary>Shinhan.</summary>
    public static CardIssuerCode Shinhan { get; } = new("41");

    /// <summary>Shinhyup.</summary>
    public static CardIssuerCode Shinhyup { get; } = new("62");

    /// <summary>Citi.</summary>
    public static CardIssuerCode Citi { get; } = new("36");

    /// <summary>Woori BC.</summary>
    public static CardIssuerCode WooriBc { get; } = new("33");

    /// <summary>Woori.</summary>
    public static CardIssuerCode Woori { get; } = new("W1");

    /// <summary>Post office.</summary>
    public static CardIssuerCode Post { get; } = new("37");

    /// <summary>Savings banks.</summary>
    public static CardIssuerCode SavingsBanks { get; } = new("39");

    /// <summary>Jeonbuk.</summary>
    public static CardIssuerCode Jeonbuk { get; } = new("35");

    /// <summary>Jeju.</summary>
    public static CardIssuerCode Jeju { get; } = new("42");

    /// <summary>KakaoBank.</summary>
    public static CardIssuerCode KakaoBank { get; } = new("15");

    /// <summary>K bank.</summary>
    public static CardIssuerCode KBank { get; } = new("3A");

    /// <summary>Toss Bank.</summary>
    public static CardIssuerCode TossBank { get; } = new("24");

    /// <summary>Hana.</summary>
    public static CardIssuerCode Hana { get; } = new("21");

    /// <summary>Hyundai.</summary>
    public static CardIssuerCode Hyundai { get; } = new("61");

    /// <summary>KB Kookmin.</summary>
    public static CardIssuerCode KbKookmin { get; } = new("11");

    /// <summary>NH Nonghyup.</summary>
    public static CardIssuerCode Nonghyup { get; } = new("91");

    /// <summary>Suhyup.</summary>
    public static CardIssuerCode Suhyup { get; } = new("34");

    /// <summary>Diners.</summary>
    public static CardIssuerCode Diners { get; } = new("6D");

    /// <summary>Discover.</summary>
    public static CardIssuerCode Discover { get; } = new("6I");

    /// <summary>MasterCard.</summary>
    public static CardIssuerCode MasterCard { get; } = new("4M");

    /// <summary>UnionPay.</summary>
    public static CardIssuerCode UnionPay { get; } = new("3C");

    /// <summary>American Express.</summary>
    public static CardIssuerCode Amex { get; } = new("7A");

    /// <summary>JCB.</summary>
    public static CardIssuerCode Jcb { get; } = new("4J");

    /// <summary>Visa.</summary>
    public static CardIssuerCode Visa { get; } = new("4V");

    /// <summary>Whether both codes stand for the same organization.</summary>
    public bool Equals(CardIssuerCode other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);
}
