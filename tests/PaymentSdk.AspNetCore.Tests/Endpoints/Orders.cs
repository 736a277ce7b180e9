namespace PaymentSdk.AspNetCore.Tests.Endpoints;

/// <summary>The same order in several states, as the checkout process returns it.</summary>
internal static class Orders
{
    public static OrderId Id { get; } = OrderId.Parse("order-1001");

    public static PaymentOrder Open { get; } = new()
    {
        OrderId = Id,
        PurchaseId = PaymentSdk.PurchaseId.Parse("purchase-7"),
        Status = PaymentOrderStatus.Open,
        Amount = Money.Krw(15000),
        OrderName = "머그컵 외 1건",
        CustomerKey = PaymentSdk.CustomerKey.Parse("buyer-42"),
        TestMode = true,
    };

    public static PaymentOrder Paid { get; } = Open with
    {
        Status = PaymentOrderStatus.Paid,
        Method = "카드",
        ApprovedAt = new DateTimeOffset(2026, 3, 2, 1, 30, 5, TimeSpan.Zero),
        Balance = Money.Krw(15000.0m),
        ReceiptUrl = "https://receipt.example/1",
    };

    public static PaymentOrder AwaitingDeposit { get; } = Open with
    {
        Status = PaymentOrderStatus.AwaitingDeposit,
        Method = "가상계좌",
        DepositAccount = new DepositAccount
        {
            BankCode = "88",
            AccountNumber = "X6505636518308",
            DueDate = new DateTimeOffset(2026, 3, 9, 23, 59, 59, TimeSpan.FromHours(9)),
        },
    };

    public static PaymentOrder Checking { get; } = Open with { Status = PaymentOrderStatus.Checking };

    public static PaymentOrder Declined { get; } = Open with
    {
        Status = PaymentOrderStatus.Declined,
        FailureCode = PaymentErrorCode.From("REJECT_CARD_PAYMENT"),
        CanOpenAgain = true,
    };
}
