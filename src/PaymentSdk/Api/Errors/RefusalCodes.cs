namespace PaymentSdk.Api.Errors;

/// <summary>Other statuses, not to be retried unchanged: class N of docs/spec/payment-api.md §5.2.</summary>
internal static class RefusalCodes
{
    public static ErrorInfo[] Rows { get; } =
    [
        Row.NotRetryable("UNAUTHORIZED_KEY", 401, ErrorActor.Merchant, SharedTexts.ShopProblem),
        Row.NotRetryable("EXCEED_CANCEL_LIMIT", 403, ErrorActor.Merchant, SharedTexts.RefundShop),
        Row.NotRetryable("EXCEED_MAX_REFUND_AMOUNT", 403, ErrorActor.Developer, SharedTexts.RefundShop),
        Row.NotRetryable("EXCEED_MAX_REFUND_DUE", 403, ErrorActor.Merchant, SharedTexts.RefundShop),
        Row.NotRetryable("FORBIDDEN_REQUEST", 403, ErrorActor.Merchant, SharedTexts.NotPossible),
        Row.NotRetryable("INCORRECT_BASIC_AUTH_FORMAT", 403, ErrorActor.Merchant, SharedTexts.ShopProblem),
        Row.NotRetryable("NOT_ALLOWED_CHANGING_ACCOUNT", 403, ErrorActor.Merchant, SharedTexts.ShopProblem),
        Row.NotRetryable("NOT_ALLOWED_PARTIAL_REFUND", 403, ErrorActor.Merchant, SharedTexts.RefundShop),
        Row.NotRetryable("NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT", 403, ErrorActor.Merchant, SharedTexts.RefundShop),
        Row.NotRetryable("NOT_ALLOWED_REFUND_BANK", 403, ErrorActor.Merchant, SharedTexts.RefundShop),
        Row.NotRetryable("NOT_CANCELABLE_PAYMENT", 403, ErrorActor.Merchant, SharedTexts.RefundShop),
        Row.NotRetryable("NOT_CANCELABLE_PAYMENT_FOR_DORMANT_USER", 403, ErrorActor.Merchant, SharedTexts.RefundShop),
        Row.NotRetryable("NOT_SUPPORTED_REFUND", 403, ErrorActor.Merchant, SharedTexts.RefundShop),
        Row.NotRetryable("NOT_FOUND", 404, ErrorActor.Developer, SharedTexts.NotPossible),
        Row.NotRetryable("NOT_FOUND_BILLING", 404, ErrorActor.Developer, SharedTexts.NotPossible),
        Row.NotRetryable("NOT_FOUND_HTTP_METHOD", 404, ErrorActor.Developer, SharedTexts.NotPossible),
        Row.NotRetryable("NOT_FOUND_MERCHANT", 404, ErrorActor.Merchant, SharedTexts.ShopProblem),
        Row.NotRetryable("NOT_FOUND_MERCHANT_INTEGRATION", 404, ErrorActor.Merchant, SharedTexts.ShopProblem),
        Row.NotRetryable("NOT_FOUND_METHOD", 404, ErrorActor.Merchant, SharedTexts.ShopProblem),
        Row.NotRetryable("NOT_FOUND_METHOD_IN_GROUP", 404, ErrorActor.Merchant, SharedTexts.ShopProblem),
        Row.NotRetryable("NOT_FOUND_METHOD_OWNERSHIP", 404, ErrorActor.Developer, SharedTexts.NotPossible),
        Row.NotRetryable("NOT_FOUND_PAYMENT", 404, ErrorActor.Developer, SharedTexts.NotPossible),
        Row.NotRetryable("NOT_FOUND_PAYMENT_SESSION", 404, ErrorActor.Buyer, SharedTexts.TimeOver),
        Row.NotRetryable("NOT_FOUND_RECEIPT", 404, ErrorActor.Developer, SharedTexts.Receipt),
        Row.NotRetryable("NOT_FOUND_SUBMALL", 404, ErrorActor.Merchant, SharedTexts.ShopProblem),
        Row.NotRetryable("PAYOUT_NOT_FOUND", 404, ErrorActor.Merchant, SharedTexts.NotPossible),
        Row.NotRetryable("NTS_ERROR", null, ErrorActor.Merchant, SharedTexts.Receipt),
    ];
}
