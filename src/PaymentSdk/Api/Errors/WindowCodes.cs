namespace PaymentSdk.Api.Errors;

/// <summary>
/// The codes of the window and of <c>Payment.failure</c> that are not in the API's own list (docs/spec/payment-api.md §5.2, extra codes).
/// They have no HTTP status.
/// </summary>
internal static class WindowCodes
{
    public static ErrorInfo[] Rows { get; } =
    [
        Row.BuyerActs(
            "INVALID_CARD_INFO_RE_REGISTER", null,
            "등록된 카드 정보를 사용할 수 없습니다. 카드를 다시 등록한 뒤 결제해 주세요.",
            "Your saved card can no longer be used. Please register it again and then pay."),
        Row.BuyerActs(
            "NOT_ALLOWED_BRANDPAY_METHOD", null,
            "이 상점에서 쓸 수 없는 결제수단입니다. 다른 결제수단을 선택해 주세요.",
            "This shop does not accept this saved payment method. Please choose another one."),
        Row.BuyerActs(
            "FORBIDDEN_DORMANT_OR_WITHDRAWAL_CUSTOMER", null,
            "휴면 상태이거나 탈퇴한 결제 계정입니다. 계정을 다시 활성화하거나 다른 결제수단을 이용해 주세요.",
            "Your account with the payment service is dormant or closed. Please reactivate it or use another payment method."),
        Row.BuyerActs(
            "SUSPECTED_PHISHING_PAYMENT", null,
            "피싱이 의심되어 결제가 중단되었습니다. 본인이 진행한 결제인지 확인해 주세요.",
            "The payment was stopped because it looks like phishing. Please make sure that you started it yourself."),
        Row.BuyerActs(
            "EXCEED_MAX_DISCOUNT_COUNT", null,
            "할인을 받을 수 있는 횟수를 넘었습니다. 할인 없이 다시 결제해 주세요.",
            "This discount has been used up. Please pay again without it."),
        Row.BuyerActs(
            "USER_CANCEL", null,
            "결제창을 닫으셨습니다. 원하시면 다시 결제할 수 있습니다.",
            "You closed the payment window. You can pay again whenever you like."),
        Row.NotRetryable("INVALID_MAXIMUM_DISCOUNT_AMOUNT", null, ErrorActor.Developer, SharedTexts.ShopProblem),
        Row.NotRetryable("NOT_FOUND_CUSTOMER", null, ErrorActor.Developer, SharedTexts.NotPossible),
        Row.OutcomeUnknown("FAILED_CARD_COMPANY", null, SharedTexts.Checking),
        Row.NotRetryable("EXPIRED_PAYMENT", null, ErrorActor.Buyer, SharedTexts.TimeOver),
    ];
}
