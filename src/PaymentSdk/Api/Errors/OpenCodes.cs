namespace PaymentSdk.Api.Errors;

/// <summary>The codes after which the payment is queried (classes O, D and T of docs/spec/payment-api.md §5.2).</summary>
internal static class OpenCodes
{
    public static ErrorInfo[] Rows { get; } =
    [
        Row.OutcomeUnknown("ALREADY_PROCESSING_REQUEST", 400, SharedTexts.Checking),
        Row.OutcomeUnknown("COMMON_ERROR", 500, SharedTexts.Checking),
        Row.OutcomeUnknown("FAILED_BILLING_AUTO_CANCEL", 500, SharedTexts.Checking),
        Row.OutcomeUnknown("FAILED_BILL_KEY_AUTH_CREATION", 500, SharedTexts.Checking),
        Row.OutcomeUnknown("FAILED_CARD_COMPANY_RESPONSE", 500, SharedTexts.Checking),
        Row.OutcomeUnknown("FAILED_DB_PROCESSING", 500, SharedTexts.Checking),
        Row.OutcomeUnknown("FAILED_HASH_DATA_CREATION", 500, SharedTexts.Checking),
        Row.OutcomeUnknown("FAILED_INTERNAL_SYSTEM_PROCESSING", 500, SharedTexts.Checking),
        Row.OutcomeUnknown("FAILED_METHOD_HANDLING", 500, SharedTexts.Checking),
        Row.OutcomeUnknown("FAILED_METHOD_HANDLING_CANCEL", 500, SharedTexts.RefundChecking),
        Row.OutcomeUnknown("FAILED_PARTIAL_REFUND", 500, SharedTexts.RefundChecking),
        Row.OutcomeUnknown("FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING", 500, SharedTexts.Checking),
        Row.OutcomeUnknown("FAILED_REFUND_PROCESS", 500, SharedTexts.RefundChecking),
        Row.OutcomeUnknown("UNKNOWN_ERROR", 500, SharedTexts.Checking),
        Row.OutcomeUnknown("UNKNOWN_PAYMENT_ERROR", 500, SharedTexts.Checking),
        Row.Conflict("ALREADY_CANCELED_PAYMENT", 400, SharedTexts.AlreadyCanceled),
        Row.Conflict("ALREADY_COMPLETED_PAYMENT", 400, SharedTexts.AlreadyDone),
        Row.Conflict("ALREADY_PROCESSED_PAYMENT", 400, SharedTexts.AlreadyDone),
        Row.Conflict("ALREADY_REFUNDING_PAYMENT", 400, SharedTexts.RefundChecking),
        Row.Conflict("ALREADY_REFUND_PAYMENT", 400, SharedTexts.AlreadyCanceled),
        Row.Conflict("DUPLICATED_CASH_RECEIPT", 400, SharedTexts.Receipt),
        Row.Conflict("DUPLICATED_ORDER_ID", 400, SharedTexts.Checking),
        Row.Conflict("DUPLICATED_REQUEST", 400, SharedTexts.Checking),
        Row.Conflict("NOT_MATCHES_REFUNDABLE_AMOUNT", 400, SharedTexts.RefundShop),
        Row.Conflict("NOT_CANCELABLE_AMOUNT", 403, SharedTexts.RefundShop),
        Row.Conflict("IDEMPOTENT_REQUEST_PROCESSING", 409, SharedTexts.Checking),
        Row.Temporary("CARD_PROCESSING_ERROR", 400, SharedTexts.Busy),
        Row.Temporary("MAINTAINED_METHOD", 400, SharedTexts.Maintenance),
        Row.Temporary("PROVIDER_ERROR", 400, SharedTexts.Busy),
        Row.Temporary("FORBIDDEN_CONSECUTIVE_REQUEST", 403, SharedTexts.Busy),
        Row.Temporary("NOT_AVAILABLE_BANK", 403, SharedTexts.Busy),
    ];
}
