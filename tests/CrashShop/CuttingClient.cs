using PaymentSdk;
using PaymentSdk.Api;

namespace CrashShop;

/// <summary>Places a boundary, at which <see cref="Knife"/> can end the process, before and after the confirm and each query of a payment.</summary>
internal sealed class CuttingClient(IPaymentClient client, Knife knife) : IPaymentClient, IPayments
{
    public IPayments Payments => this;

    public IVirtualAccounts VirtualAccounts => client.VirtualAccounts;

    public IBilling Billing => client.Billing;

    public ITransactions Transactions => client.Transactions;

    public ISettlements Settlements => client.Settlements;

    public ICashReceipts CashReceipts => client.CashReceipts;

    public IPromotions Promotions => client.Promotions;

    public IBrandPay BrandPay => client.BrandPay;

    public ISellers Sellers => client.Sellers;

    public IPayouts Payouts => client.Payouts;

    public Task<Payment> ConfirmAsync(ConfirmRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        AroundAsync("confirm", client.Payments.ConfirmAsync, request, options, cancellationToken);

    public Task<Payment> GetAsync(PaymentKey paymentKey, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        AroundAsync("get", client.Payments.GetAsync, paymentKey, options, cancellationToken);

    public Task<Payment> GetByOrderIdAsync(OrderId orderId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        AroundAsync("get by order id", client.Payments.GetByOrderIdAsync, orderId, options, cancellationToken);

    public Task<System.Text.Json.JsonElement> SendAsync(
        HttpMethod method, string path, string? json = null, IdempotencyKey? idempotencyKey = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        client.SendAsync(method, path, json, idempotencyKey, options, cancellationToken);

    public Task<Payment> KeyInAsync(KeyInRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        client.Payments.KeyInAsync(request, options, cancellationToken);

    public Task<Payment> CancelAsync(PaymentKey paymentKey, CancelRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        client.Payments.CancelAsync(paymentKey, request, options, cancellationToken);

    private async Task<Payment> AroundAsync<TRequest>(
        string name, Func<TRequest, RequestOptions?, CancellationToken, Task<Payment>> call, TRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        knife.Cut($"before {name}");
        var payment = await call(request, options, cancellationToken);
        knife.Cut($"after {name}");
        return payment;
    }
}
