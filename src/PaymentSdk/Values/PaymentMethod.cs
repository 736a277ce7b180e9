using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The method of a payment. The Korean word and the English word for a method compare as equal; <see cref="Value"/> keeps the text that was received.
/// An unknown method is kept too.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<PaymentMethod>)), OpenValue("method")]
public readonly partial record struct PaymentMethod : IOpenValue<PaymentMethod>
{
    private static readonly OpenWords Words = new(
        ["카드", "CARD"],
        ["가상계좌", "VIRTUAL_ACCOUNT"],
        ["간편결제", "EASY_PAY"],
        ["휴대폰", "MOBILE_PHONE", "MOBILE", "PHONE"],
        ["계좌이체", "TRANSFER", "ACCOUNT_TRANSFER", "BANK_TRANSFER"],
        ["문화상품권", "CULTURE_GIFT_CERTIFICATE"],
        ["도서문화상품권", "BOOK_GIFT_CERTIFICATE", "BOOK_CULTURE_GIFT_CERTIFICATE"],
        ["게임문화상품권", "GAME_GIFT_CERTIFICATE", "GAME_CULTURE_GIFT_CERTIFICATE"],
        ["해외간편결제", "FOREIGN_EASY_PAY"]);

    /// <summary>Card.</summary>
    public static PaymentMethod Card { get; } = new("카드");

    /// <summary>Virtual account; the buyer makes the deposit later.</summary>
    public static PaymentMethod VirtualAccount { get; } = new("가상계좌");

    /// <summary>A wallet; see <see cref="Payment.EasyPay"/>.</summary>
    public static PaymentMethod EasyPay { get; } = new("간편결제");

    /// <summary>Payment by the phone bill.</summary>
    public static PaymentMethod MobilePhone { get; } = new("휴대폰");

    /// <summary>Transfer from a bank account.</summary>
    public static PaymentMethod Transfer { get; } = new("계좌이체");

    /// <summary>Culture gift certificate.</summary>
    public static PaymentMethod CultureGiftCertificate { get; } = new("문화상품권");

    /// <summary>Book gift certificate.</summary>
    public static PaymentMethod BookGiftCertificate { get; } = new("도서문화상품권");

    /// <summary>Game gift certificate.</summary>
    public static PaymentMethod GameGiftCertificate { get; } = new("게임문화상품권");

    /// <summary>A foreign wallet.</summary>
    public static PaymentMethod ForeignEasyPay { get; } = new("해외간편결제");

    /// <summary>Whether both are the same payment method.</summary>
    public bool Equals(PaymentMethod other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);
}
