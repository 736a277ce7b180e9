using System.Collections.Frozen;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The code of a bank or securities firm, e.g. <c>88</c>; leading zeros are significant. The number, the Korean name and the English name of a bank
/// compare as equal. <see cref="Value"/> keeps the text that was received. An unknown code is kept too.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<BankCode>)), OpenValue("code")]
public readonly partial record struct BankCode : IOpenValue<BankCode>
{
    private static readonly OpenWords Words = new(
        ["02", "산업", "KDBBANK"],
        ["03", "기업", "IBK"],
        ["06", "국민", "KOOKMIN"],
        ["07", "수협", "SUHYEOP"],
        ["11", "농협", "NONGHYEOP"],
        ["12", "단위농협", "LOCALNONGHYEOP"],
        ["20", "우리", "WOORI"],
        ["23", "SC제일", "SC"],
        ["27", "씨티", "CITI"],
        ["31", "대구", "DAEGUBANK", "iM뱅크", "IMBANK"],
        ["32", "부산", "BUSANBANK"],
        ["34", "광주", "GWANGJUBANK"],
        ["35", "제주", "JEJUBANK"],
        ["37", "전북", "JEONBUKBANK"],
        ["39", "경남", "KYONGNAMBANK"],
        ["45", "새마을", "SAEMAUL"],
        ["48", "신협", "SHINHYEOP"],
        ["50", "저축", "SAVINGBANK"],
        ["54", "홍콩상하이", "HSBC"],
        ["64", "산림", "SANLIM"],
        ["71", "우체국", "POST"],
        ["81", "하나", "HANA"],
        ["88", "신한", "SHINHAN"],
        ["89", "케이", "케이뱅크", "KBANK"],
        ["90", "카카오", "카카오뱅크", "KAKAOBANK"],
        ["92", "토스", "토스뱅크", "TOSSBANK"]);

    private static readonly FrozenDictionary<string, BuyerText> Names = new Dictionary<string, BuyerText>
    {
        ["02"] = new("산업은행", "KDB"),
        ["03"] = new("기업은행", "IBK"),
        ["06"] = new("국민은행", "KB Kookmin Bank"),
        ["07"] = new("수협은행", "Suhyup Bank"),
        ["11"] = new("농협은행", "NH Bank"),
        ["12"] = new("지역 농·축협", "Local Nonghyup"),
        ["20"] = new("우리은행", "Woori Bank"),
        ["23"] = new("SC제일은행", "SC First Bank"),
        ["27"] = new("씨티은행", "Citibank"),
        ["31"] = new("iM뱅크(대구)", "iM Bank"),
        ["32"] = new("부산은행", "Busan Bank"),
        ["34"] = new("광주은행", "Gwangju Bank"),
        ["35"] = new("제주은행", "Jeju Bank"),
        ["37"] = new("전북은행", "Jeonbuk Bank"),
        ["39"] = new("경남은행", "Kyongnam Bank"),
        ["45"] = new("새마을금고", "MG Saemaul"),
        ["48"] = new("신협", "Shinhyup"),
        ["50"] = new("저축은행", "Savings bank"),
        ["54"] = new("HSBC", "HSBC"),
        ["64"] = new("산림조합", "Forestry cooperative"),
        ["71"] = new("우체국", "Korea Post"),
        ["81"] = new("하나은행", "Hana Bank"),
        ["88"] = new("신한은행", "Shinhan Bank"),
        ["89"] = new("케이뱅크", "K bank"),
        ["90"] = new("카카오뱅크", "KakaoBank"),
        ["92"] = new("토스뱅크", "Toss Bank"),
    }.ToFrozenDictionary();

    /// <summary>KDB.</summary>
    public static BankCode Kdb { get; } = new("02");

    /// <summary>IBK.</summary>
    public static BankCode Ibk { get; } = new("03");

    /// <summary>KB Kookmin.</summary>
    public static BankCode KbKookmin { get; } = new("06");

    /// <summary>Suhyup.</summary>
    public static BankCode Suhyup { get; } = new("07");

    /// <summary>NH Nonghyup.</summary>
    public static BankCode Nonghyup { get; } = new("11");

    /// <summary>Local Nonghyup.</summary>
    public static BankCode LocalNonghyup { get; } = new("12");

    /// <summary>Woori.</summary>
    public static BankCode Woori { get; } = new("20");

    /// <summary>SC.</summary>
    public static BankCode StandardChartered { get; } = new("23");

    /// <summary>Citi.</summary>
    public static BankCode Citi { get; } = new("27");

    /// <summary>iM, formerly Daegu.</summary>
    public static BankCode Im { get; } = new("31");

    /// <summary>Busan.</summary>
    public static BankCode Busan { get; } = new("32");

    /// <summary>Gwangju.</summary>
    public static BankCode Gwangju { get; } = new("34");

    /// <summary>Jeju.</summary>
    public static BankCode Jeju { get; } = new("35");

    /// <summary>Jeonbuk.</summary>
    public static BankCode Jeonbuk { get; } = new("37");

    /// <summary>Kyongnam.</summary>
    public static BankCode Kyongnam { get; } = new("39");

    /// <summary>Saemaul.</summary>
    public static BankCode Saemaul { get; } = new("45");

    /// <summary>Shinhyup.</summary>
    public static BankCode Shinhyup { get; } = new("48");

    /// <summary>Savings banks.</summary>
    public static BankCode Savings { get; } = new("50");

    /// <summary>HSBC.</summary>
    public static BankCode Hsbc { get; } = new("54");

    /// <summary>Forestry.</summary>
    public static BankCode Forestry { get; } = new("64");

    /// <summary>Post office.</summary>
    public static BankCode Post { get; } = new("71");

    /// <summary>Hana.</summary>
    public static BankCode Hana { get; } = new("81");

    /// <summary>Shinhan.</summary>
    public static BankCode Shinhan { get; } = new("88");

    /// <summary>K bank.</summary>
    public static BankCode KBank { get; } = new("89");

    /// <summary>KakaoBank.</summary>
    public static BankCode KakaoBank { get; } = new("90");

    /// <summary>Toss Bank.</summary>
    public static BankCode TossBank { get; } = new("92");

    /// <summary>The name of the bank as a buyer reads it, e.g. "우리은행"; null when the code is not known to this version.</summary>
    public BuyerText? Name => Names.GetValueOrDefault(Words.Known(Value));

    /// <summary>Whether both codes stand for the same organization.</summary>
    public bool Equals(BankCode other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);
}
