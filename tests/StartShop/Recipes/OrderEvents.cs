using PaymentSdk;
using PaymentSdk.Webhooks;

namespace StartShop.Recipes;

internal sealed class Shipping(ICheckout checkout, IMailer mailer) : IOrderEventHandler
{
    public async Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken)
    {
        var order = await checkout.FindAsync(happened.OrderId, cancellationToken);
        switch (happened.Type)
        {
            case OrderEventType.AwaitingDeposit when order?.DepositAccount is { } account:
                await mailer.SendAsync(
                    happened.PurchaseId, $"{account.BankName?.Korean ?? account.BankCode} {account.AccountNumber} 계좌로 {account.DueDate:M월 d일 HH:mm}까지 입금해 주세요.", cancellationToken);
                break;
            case OrderEventType.Paid or OrderEventType.PaidLate:
                await mailer.SendAsync(happened.PurchaseId, "결제되었습니다. 곧 보내 드리겠습니다.", cancellationToken);
                break;
            case OrderEventType.Canceled or OrderEventType.DepositReturned:
                await mailer.SendAsync(happened.PurchaseId, "결제가 취소되었습니다.", cancellationToken);
                break;
        }
    }
}

internal sealed class Pager(ILogger<Pager> logger) : INeedsAttentionHandler
{
    public Task HandleAsync(OrderEvent happened, CancellationToken cancellationToken)
    {
        logger.LogCritical("Order {OrderId} needs an operator.", happened.OrderId);
        return Task.CompletedTask;
    }
}

internal interface IMailer
{
    Task SendAsync(PurchaseId purchase, string text, CancellationToken cancellationToken);
}

internal sealed class DeletedCards(ILogger<DeletedCards> logger) : IWebhookEventHandler
{
    public Task HandleAsync(WebhookEvent webhook, WebhookTrust trust, CancellationToken cancellationToken)
    {
        // An unverified notification is a reason to look, not a fact: anyone can send one.
        if (webhook is BillingDeletedEvent)
            logger.LogInformation("A billing key may have been deleted ({Trust}).", trust);
        return Task.CompletedTask;
    }
}
