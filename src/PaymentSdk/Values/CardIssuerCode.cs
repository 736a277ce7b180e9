using System.Text.Json.Serialization;
using PaymentSdk.Json;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>The code of a card issuer or acquirer, e.g. <c>41</c> (payment-api.md, appendix A). An unknown code is kept as it came.</summary>
[JsonConverter(typeof(OpenValueConverter<CardIssuerCode>))]
public readonly record struct CardIssuerCode : IOpenValue<CardIssuerCode>
{
    private readonly string? _value;

    private CardIssuerCode(string value) => _value = value;

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

    /// <summary>The text as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The code of this text.</summary>
    public static CardIssuerCode From(string? text) => new(text ?? string.Empty);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
