using System.Globalization;

namespace PaymentSdk.Checkout.State;

/// <summary>Values as the Korean texts for the shop's staff show them. The words are those of the operators' page.</summary>
internal static class KoreanWords
{
    /// <summary>Returns an amount, e.g. <c>15,000원</c> or <c>150.00 USD</c>.</summary>
    public static string Of(decimal value, Currency currency) => currency == Currency.Krw
        ? value.ToString("#,0.####", CultureInfo.InvariantCulture) + "원"
        : string.Create(CultureInfo.InvariantCulture, $"{value} {currency}");

    /// <summary>Returns an amount, e.g. <c>15,000원</c> or <c>150.00 USD</c>.</summary>
    public static string Of(Money money) => Of(money.Value, money.Currency);

    /// <summary>Returns the status of an order.</summary>
    public static string Of(PaymentOrderStatus status) => status switch
    {
        PaymentOrderStatus.Open => "결제 전",
        PaymentOrderStatus.Checking => "결과 미확인",
        PaymentOrderStatus.Paid => "결제 완료",
        PaymentOrderStatus.AwaitingDeposit => "입금 대기",
        PaymentOrderStatus.Declined => "거절됨",
        PaymentOrderStatus.Expired => "만료됨",
        PaymentOrderStatus.PartlyCanceled => "부분 환불",
        PaymentOrderStatus.Canceled => "취소됨",
        PaymentOrderStatus.Attention => "확인 필요",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
