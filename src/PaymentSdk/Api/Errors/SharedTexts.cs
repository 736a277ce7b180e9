namespace PaymentSdk.Api.Errors;

/// <summary>The sentences for the buyer that several codes share. They are short and friendly, and never claim more than is known.</summary>
internal static class SharedTexts
{
    public static readonly BuyerText Checking = new(
        "결제 결과를 확인하고 있습니다. 다시 결제하지 말고 잠시만 기다려 주세요.",
        "We are checking whether your payment went through. Please wait a moment and do not pay again.");

    public static readonly BuyerText Busy = new(
        "지금은 결제가 원활하지 않습니다. 결제 결과를 먼저 확인한 뒤 안내해 드리겠습니다.",
        "Payments are temporarily unavailable. We will check the result first and then tell you how to continue.");

    public static readonly BuyerText ShopProblem = new(
        "상점의 설정 문제로 결제하지 못했습니다. 고객님의 잘못이 아닙니다. 상점에 알려 주세요.",
        "The shop has a problem on its side, so the payment could not be made. You did nothing wrong; please tell the shop.");

    public static readonly BuyerText NotPossible = new(
        "이 결제를 진행할 수 없습니다. 상점에 문의해 주세요.",
        "This payment cannot be made. Please contact the shop.");

    public static readonly BuyerText Installments = new(
        "선택하신 할부 개월 수로는 결제할 수 없습니다. 다른 개월 수나 일시불을 선택해 주세요.",
        "This number of installments is not available. Please choose another number or pay in full.");

    public static readonly BuyerText BelowMinimum = new(
        "결제할 수 있는 최소 금액보다 적습니다. 상점에 문의해 주세요.",
        "The amount is below the minimum for this payment method. Please contact the shop.");

    public static readonly BuyerText OtherMethod = new(
        "이 결제수단은 사용할 수 없습니다. 다른 결제수단을 선택해 주세요.",
        "This payment method cannot be used here. Please choose another one.");

    public static readonly BuyerText CheckDetails = new(
        "입력하신 정보를 확인한 뒤 다시 시도해 주세요.",
        "Please check the details that you entered and try again.");

    public static readonly BuyerText CheckAccount = new(
        "계좌 정보를 확인해 주세요. 은행과 계좌번호, 예금주가 맞아야 합니다.",
        "Please check the account: the bank, the number and the holder must match.");

    public static readonly BuyerText TimeOver = new(
        "결제할 수 있는 시간이 지났습니다. 주문 상태를 확인한 뒤 다시 결제해 주세요.",
        "The time to pay has run out. Please check your order, then start the payment again.");

    public static readonly BuyerText RefundShop = new(
        "환불을 처리하지 못했습니다. 상점에 문의해 주세요.",
        "The refund could not be made. Please contact the shop.");

    public static readonly BuyerText RefundChecking = new(
        "환불 결과를 확인하고 있습니다. 잠시만 기다려 주세요.",
        "We are checking the refund. Please wait a moment.");

    public static readonly BuyerText AlreadyDone = new(
        "이미 처리된 결제입니다. 주문 상태를 확인해 주세요.",
        "This payment has already been processed. Please check your order.");

    public static readonly BuyerText AlreadyCanceled = new(
        "이미 취소되었거나 환불된 결제입니다.",
        "This payment has already been canceled or refunded.");

    public static readonly BuyerText Receipt = new(
        "현금영수증을 처리하지 못했습니다. 상점에 문의해 주세요.",
        "The cash receipt could not be issued. Please contact the shop.");

    public static readonly BuyerText Maintenance = new(
        "선택하신 결제수단이 점검 중입니다. 나중에 다시 시도하거나 다른 결제수단을 선택해 주세요.",
        "This payment method is under maintenance. Please try again later or choose another one.");
}
