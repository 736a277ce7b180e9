namespace PaymentSdk.Api.Errors;

/// <summary>The codes on which the buyer acts (class U of docs/spec/payment-api.md §5.2). Each has its own sentence for the buyer.</summary>
internal static class BuyerCodes
{
    public static ErrorInfo[] Rows { get; } =
    [
        Row.BuyerActs(
            "EXCEEDS_TRANSFER_AMOUNT_MAXIMUM", 400,
            "계좌이체로 한 번에 결제할 수 있는 금액을 넘었습니다. 다른 결제수단을 선택해 주세요.",
            "The amount exceeds the limit for a single bank transfer. Please choose another payment method."),
        Row.BuyerActs(
            "EXCEED_MAX_AMOUNT", 400,
            "결제할 수 있는 금액을 넘었습니다. 다른 카드나 결제수단을 이용해 주세요.",
            "The amount is over the limit. Please use another card or payment method."),
        Row.BuyerActs(
            "EXCEED_MAX_DAILY_PAYMENT_COUNT", 400,
            "하루에 결제할 수 있는 횟수를 넘었습니다. 내일 다시 시도하거나 다른 결제수단을 이용해 주세요.",
            "You have reached the daily maximum number of payments. Please try again tomorrow or use another payment method."),
        Row.BuyerActs(
            "EXCEED_MAX_MONTHLY_PAYMENT_AMOUNT", 400,
            "이번 달 결제 한도를 넘었습니다. 다른 결제수단을 이용해 주세요.",
            "You have reached the payment limit for this month. Please use another payment method."),
        Row.BuyerActs(
            "EXCEED_MAX_ONE_DAY_WITHDRAW_AMOUNT", 400,
            "계좌의 하루 출금 한도를 넘었습니다. 은행에서 한도를 확인하거나 다른 결제수단을 이용해 주세요.",
            "Your account has reached its daily withdrawal limit. Please contact your bank or use another payment method."),
        Row.BuyerActs(
            "EXCEED_MAX_ONE_TIME_WITHDRAW_AMOUNT", 400,
            "계좌의 1회 출금 한도를 넘었습니다. 은행에서 한도를 확인하거나 다른 결제수단을 이용해 주세요.",
            "The amount exceeds the limit of your account for a single payment. Please contact your bank or use another payment method."),
        Row.BuyerActs(
            "EXCEED_MAX_PAYMENT_AMOUNT", 400,
            "카드의 결제 한도를 넘었습니다. 다른 카드나 결제수단을 이용해 주세요.",
            "Your card has reached its limit. Please use another card or payment method."),
        Row.BuyerActs(
            "INVALID_ACCOUNT_INFO_RE_REGISTER", 400,
            "등록된 계좌 정보를 사용할 수 없습니다. 계좌를 다시 등록한 뒤 결제해 주세요.",
            "Your saved account can no longer be used. Please register it again and then pay."),
        Row.BuyerActs(
            "INVALID_CARD", 400,
            "카드 정보를 확인할 수 없습니다. 입력한 내용을 다시 살펴보거나 다른 카드를 이용해 주세요.",
            "The card could not be recognized. Please check it or use another card."),
        Row.BuyerActs(
            "INVALID_CARD_EXPIRATION", 400,
            "카드 유효기간이 맞지 않습니다. 확인한 뒤 다시 시도해 주세요.",
            "The expiry date of the card is incorrect. Please check it and try again."),
        Row.BuyerActs(
            "INVALID_CARD_IDENTITY", 400,
            "생년월일 또는 사업자등록번호가 카드 정보와 다릅니다. 확인한 뒤 다시 시도해 주세요.",
            "The date of birth or business number does not belong to this card. Please check it and try again."),
        Row.BuyerActs(
            "INVALID_CARD_LOST_OR_STOLEN", 400,
            "분실 또는 도난 신고된 카드입니다. 카드사에 문의하거나 다른 카드를 이용해 주세요.",
            "This card was reported lost or stolen. Please contact your card company or use another card."),
        Row.BuyerActs(
            "INVALID_CARD_NUMBER", 400,
            "카드번호가 맞지 않습니다. 확인한 뒤 다시 시도해 주세요.",
            "The card number is incorrect. Please check it and try again."),
        Row.BuyerActs(
            "INVALID_CARD_PASSWORD", 400,
            "카드 비밀번호가 맞지 않습니다. 확인한 뒤 다시 시도해 주세요.",
            "The card password is incorrect. Please check it and try again."),
        Row.BuyerActs(
            "INVALID_REJECT_CARD", 400,
            "카드사에서 이 카드의 사용을 거절했습니다. 카드사에 문의하거나 다른 카드를 이용해 주세요.",
            "Your card company does not allow this card to be used. Please contact the card company or use another card."),
        Row.BuyerActs(
            "INVALID_STOPPED_CARD", 400,
            "사용이 정지된 카드입니다. 카드사에 문의하거나 다른 카드를 이용해 주세요.",
            "This card is suspended. Please contact your card company or use another card."),
        Row.BuyerActs(
            "NOT_ALLOWED_POINT_USE", 400,
            "이 카드로는 포인트를 사용할 수 없습니다. 포인트 없이 다시 결제해 주세요.",
            "Points cannot be used with this card. Please pay again without points."),
        Row.BuyerActs(
            "NOT_SUPPORTED_CARD_TYPE", 400,
            "이 종류의 카드는 사용할 수 없습니다. 다른 카드를 이용해 주세요.",
            "This kind of card is not accepted. Please use another card."),
        Row.BuyerActs(
            "PAY_PROCESS_ABORTED", 400,
            "결제가 완료되지 않았습니다. 다시 시도하거나 다른 결제수단을 이용해 주세요.",
            "The payment was not completed. Please try again or use another payment method."),
        Row.BuyerActs(
            "PAY_PROCESS_CANCELED", 400,
            "결제를 취소하셨습니다. 원하시면 다시 결제할 수 있습니다.",
            "You canceled the payment. You can pay again whenever you like."),
        Row.BuyerActs(
            "RESTRICTED_TRANSFER_ACCOUNT", 400,
            "이 계좌는 이체가 제한되어 있습니다. 은행에 문의하거나 다른 결제수단을 이용해 주세요.",
            "Transfers from this account are restricted. Please contact your bank or use another payment method."),
        Row.BuyerActs(
            "USER_ACCOUNT_ON_HOLD", 400,
            "이용이 정지된 계정입니다. 결제 서비스에 문의하거나 다른 결제수단을 이용해 주세요.",
            "Your account with the payment service is on hold. Please contact the service or use another payment method."),
        Row.BuyerActs(
            "EXCEED_MAX_AUTH_COUNT", 403,
            "인증 시도 횟수를 넘었습니다. 카드사에 문의하거나 다른 결제수단을 이용해 주세요.",
            "There were too many attempts to verify this card. Please contact your card company or use another payment method."),
        Row.BuyerActs(
            "EXCEED_MAX_ONE_DAY_AMOUNT", 403,
            "오늘 결제할 수 있는 한도를 넘었습니다. 내일 다시 시도하거나 다른 결제수단을 이용해 주세요.",
            "You have reached your limit for today. Please try tomorrow or use another payment method."),
        Row.BuyerActs(
            "FDS_ERROR", 403,
            "안전한 거래를 위해 결제가 중단되었습니다. 카드사에 문의하거나 다른 결제수단을 이용해 주세요.",
            "The payment was stopped to keep you safe. Please contact your card company or use another payment method."),
        Row.BuyerActs(
            "INVALID_PASSWORD", 403,
            "결제 비밀번호가 맞지 않습니다. 확인한 뒤 다시 시도해 주세요.",
            "The payment password is incorrect. Please check it and try again."),
        Row.BuyerActs(
            "REJECT_ACCOUNT_PAYMENT", 403,
            "계좌의 잔액이 부족하거나 은행에서 출금을 거절했습니다. 계좌를 확인하거나 다른 결제수단을 이용해 주세요.",
            "Your bank refused the payment, often because the balance is too low. Please check the account or use another payment method."),
        Row.BuyerActs(
            "REJECT_CARD_COMPANY", 403,
            "카드사에서 승인을 거절했습니다. 카드사에 문의하거나 다른 카드를 이용해 주세요.",
            "Your card company refused the payment. Please contact the card company or use another card."),
        Row.BuyerActs(
            "REJECT_CARD_PAYMENT", 403,
            "카드 한도가 초과되었거나 잔액이 부족합니다. 다른 카드나 결제수단을 이용해 주세요.",
            "The card has reached its limit or its balance is too low. Please use another card or payment method."),
        Row.BuyerActs(
            "REJECT_TOSSPAY_INVALID_ACCOUNT", 403,
            "토스페이에 연결된 계좌를 사용할 수 없습니다. 계좌를 다시 연결하거나 다른 결제수단을 이용해 주세요.",
            "The account linked to Toss Pay cannot be used. Please link it again or use another payment method."),
    ];
}
