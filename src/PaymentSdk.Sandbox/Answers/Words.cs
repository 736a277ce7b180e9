using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Answers;

/// <summary>
/// The values that the API writes in Korean by default, and in English with <c>Accept-Language: en-US</c> (docs/spec/payment-api.md §1.1).
/// </summary>
internal sealed class Words(bool english)
{
    public string CardType => english ? "CREDIT" : "신용";

    public string OwnerType => english ? "PERSONAL" : "개인";

    public string AccountType(bool isFixed) => (isFixed, english) switch
    {
        (false, false) => "일반",
        (false, true) => "NORMAL",
        (true, false) => "고정",
        (true, true) => "FIXED",
    };

    public bool English => english;

    public string? Method(PaymentChoice? choice) => choice switch
    {
        PaymentChoice.Card => english ? "CARD" : "카드",
        PaymentChoice.EasyPay => english ? "EASY_PAY" : "간편결제",
        PaymentChoice.ForeignEasyPay => english ? "FOREIGN_EASY_PAY" : "해외간편결제",
        PaymentChoice.Transfer => english ? "TRANSFER" : "계좌이체",
        PaymentChoice.VirtualAccount => english ? "VIRTUAL_ACCOUNT" : "가상계좌",
        PaymentChoice.MobilePhone => english ? "MOBILE_PHONE" : "휴대폰",
        _ => null,
    };

    public string Provider(string code) => english ? code : EasyPayProvider.Find(code)?.Korean ?? code;
}
