using PaymentSdk.Values;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>An order as the page reads it: no name, no phone, no card, no customer key (docs/spec/money.md §10).</summary>
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
        // Databases keep 15000 as 15000.0; a page compares what it reads.
        order.Balance is { } balance ? new Money(balance, order.Amount.Currency).Value : null,
        ReceiptOf(order),
        order.Status == PaymentOrderStatus.AwaitingDeposit ? DepositAccountAnswer.Of(order.DepositAccount) : null,
        order.Status == PaymentOrderStatus.Declined ? FailureAnswer.Of(order.FailureCode) : null,
        order.CanOpenAgain,
        order.CanOpenAgain ? "open-again" : null,
        order.TestMode);

    // Another ledger, or a row from before the rule, may hold anything; in test mode the sandbox runs on this machine.
    private static string? ReceiptOf(PaymentOrder order) =>
        PageAddress.IsSecure(order.ReceiptUrl) || order.TestMode && PageAddress.IsSafe(order.ReceiptUrl) ? order.ReceiptUrl : null;
}
