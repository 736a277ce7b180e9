namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>The text that a person reads in place of a problem, in both languages.</summary>
/// <param name="Korean">The Korean text.</param>
/// <param name="English">The English text.</param>
/// <param name="AskAgain">Whether the same address may succeed in a moment. If so, the page requests it again.</param>
internal sealed record BuyerPageText(BuyerPageText.Passage Korean, BuyerPageText.Passage English, bool AskAgain = false)
{
    private static readonly BuyerPageText OrderUnavailable = new(
        new("지금은 주문을 확인할 수 없습니다", "이번 요청은 결제 서비스에 전달되지 않았습니다. 이미 결제하셨을 수 있으니 다시 결제하지 마세요."),
        new("Your order cannot be looked up right now", "Nothing was sent to the payment service by this request. You may have paid already, so please do not pay again."),
        AskAgain: true);

    /// <summary>
    /// The text for a failure of the shop's server that no problem describes. After such a failure, the result of the payment is not known.
    /// </summary>
    public static BuyerPageText Failed { get; } = new(
        new("지금은 결제 결과를 알 수 없습니다", "이미 결제하셨을 수 있으니 다시 결제하지 마세요. 잠시 후 이 화면을 새로 고침하거나 상점에 문의해 주세요."),
        new("The result of your payment is not known right now", "You may have paid already, so please do not pay again. Reload this page in a moment, or ask the shop."));

    private static readonly BuyerPageText OutcomeUnknown = Failed with { AskAgain = true };

    private static readonly BuyerPageText PaymentUnavailable = new(
        new("지금은 결제할 수 없습니다", "이 결제로 청구된 금액은 없습니다. 잠시 후 상점에서 다시 결제해 주세요."),
        new("Payment is not available right now", "You were not charged for this payment. Please pay again in the shop in a moment."));

    private static readonly BuyerPageText OrderNotFound = new(
        new("주문을 찾을 수 없습니다", "이번 요청은 결제 서비스에 전달되지 않았습니다. 상점에서 주문 내역을 확인해 주세요."),
        new("There is no such order", "Nothing was sent to the payment service by this request. Please check your orders in the shop."));

    private static readonly BuyerPageText Unreadable = new(
        new("주소가 올바르지 않습니다", "이번 요청은 결제 서비스에 전달되지 않았습니다. 상점에서 주문 내역을 확인해 주세요."),
        new("This address cannot be read", "Nothing was sent to the payment service by this request. Please check your orders in the shop."));

    /// <summary>Returns the text for a problem; for a problem without its own text, the one for an address that cannot be read.</summary>
    public static BuyerPageText Of(string text) => text switch
    {
        "order-unavailable" => OrderUnavailable,
        "outcome-unknown" => OutcomeUnknown,
        "payment-unavailable" => PaymentUnavailable,
        "order-not-found" => OrderNotFound,
        _ => Unreadable,
    };

    /// <summary>The title and the text of the page in one language.</summary>
    internal sealed record Passage(string Title, string Words);
}
