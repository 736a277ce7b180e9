using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Values;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>The answers that contain an order.</summary>
internal static class OrderResult
{
    public static JsonHttpResult<OrderAnswer> Ok(PaymentOrder order) => Of(order, StatusCodes.Status200OK);

    /// <summary>
    /// Returns 202 for an outcome that is not known yet. <c>Location</c> is the address of the order, and <c>Retry-After</c> is the time after which
    /// the page reads it.
    /// </summary>
    public static JsonHttpResult<OrderAnswer> Checking(PaymentCall call, PaymentOrder order)
    {
        var headers = call.Context.Response.Headers;
        headers.RetryAfter = "2";
        headers.Location = PaymentAddress.Order(call, order.OrderId);
        return Of(order, StatusCodes.Status202Accepted);
    }

    private static JsonHttpResult<OrderAnswer> Of(PaymentOrder order, int status) =>
        TypedResults.Json(OrderAnswer.Of(order), EndpointJson.Answers.OrderAnswer, statusCode: status);
}

/// <summary>
/// An order as the page reads it. It contains no name, phone number, card number or customer key of the buyer (docs/spec/money.md §10).
/// </summary>
internal sealed record OrderAnswer(
    string OrderId,
    string PurchaseId,
    string Status,
    string OrderName,
    string? OrderNumber,
    AmountAnswer Amount,
    string? Method,
    DateTimeOffset? ApprovedAt,
    decimal? Balance,
    string? ReceiptUrl,
    DepositAccountAnswer? DepositAccount,
    FailureAnswer? Failure,
    bool CanOpenAgain,
    string? Next,
    bool TestMode)
{
    public static OrderAnswer Of(PaymentOrder order) => new(
        order.OrderId.Value,
        order.PurchaseId.Value,
        OrderStatusName.Of(order.Status),
        order.OrderName,
        order.OrderNumber,
        AmountAnswer.Of(order.Amount),
        order.Method,
        KoreanTime.Of(order.ApprovedAt),
        // The answer has one currency, that of the amount. A balance in another currency is omitted.
        order.Balance is { } balance && balance.Currency == order.Amount.Currency ? balance.Value : null,
        ReceiptOf(order),
        order.Status == PaymentOrderStatus.AwaitingDeposit ? DepositAccountAnswer.Of(order.DepositAccount) : null,
        order.Status == PaymentOrderStatus.Declined ? FailureAnswer.Of(order.FailureCode) : null,
        order.CanOpenAgain,
        order.CanOpenAgain ? "open-again" : null,
        order.TestMode);

    // A row that another implementation of the ledger wrote, or that is older than this rule, may contain any address. In test mode plain http is
    // allowed, because the sandbox runs on this machine.
    private static string? ReceiptOf(PaymentOrder order) =>
        PageAddress.IsSecure(order.ReceiptUrl) || order.TestMode && PageAddress.IsSafe(order.ReceiptUrl) ? order.ReceiptUrl : null;
}

/// <summary>The account into which the buyer deposits.</summary>
internal sealed record DepositAccountAnswer(string BankCode, BuyerTextAnswer? BankName, string AccountNumber, DateTimeOffset? DueDate)
{
    public static DepositAccountAnswer? Of(DepositAccount? account) =>
        account is null ? null : new(account.BankCode, account.BankName is { } name ? BuyerTextAnswer.Of(name) : null, account.AccountNumber, KoreanTime.Of(account.DueDate));
}

/// <summary>
/// The reason for which a payment was declined, in the words of the error catalog and never in those of the gateway (docs/spec/money.md §10).
/// </summary>
internal sealed record FailureAnswer(string Code, BuyerTextAnswer BuyerText)
{
    public static FailureAnswer? Of(PaymentErrorCode? code) =>
        code is { } known ? new(known.Value, BuyerTextAnswer.Of(OrderProjection.Explain(known))) : null;
}

/// <summary>A text for the buyer in Korean and in English.</summary>
internal sealed record BuyerTextAnswer(string Ko, string En)
{
    public static BuyerTextAnswer Of(BuyerText text) => new(text.Korean, text.English);
}

/// <summary>
/// The names of the order statuses in answers (docs/spec/http.md §2). They are written out because clients rely on them, so that renaming a member of
/// the enum does not change an answer.
/// </summary>
internal static class OrderStatusName
{
    public static string Of(PaymentOrderStatus status) => status switch
    {
        PaymentOrderStatus.Open => "open",
        PaymentOrderStatus.Checking => "checking",
        PaymentOrderStatus.Paid => "paid",
        PaymentOrderStatus.AwaitingDeposit => "awaitingDeposit",
        PaymentOrderStatus.Declined => "declined",
        PaymentOrderStatus.Expired => "expired",
        PaymentOrderStatus.PartlyCanceled => "partlyCanceled",
        PaymentOrderStatus.Canceled => "canceled",
        PaymentOrderStatus.Attention => "attention",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "This order status has no name on the wire."),
    };
}
