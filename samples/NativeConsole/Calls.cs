using System.Text;
using PaymentSdk;
using PaymentSdk.Api;

namespace NativeConsole;

/// <summary>Calls one operation of each resource.</summary>
internal static class Calls
{
    private static readonly CustomerKey Customer = CustomerKey.Parse("customer-1");
    private static readonly OrderId Order = OrderId.Parse("order-0001");

    public static IEnumerable<(string Resource, Func<Task<object?>> Call)> Of(IPaymentClient client)
    {
        yield return ("Payments", async () => await client.Payments.ConfirmAsync(new ConfirmRequest { PaymentKey = PaymentKey.Parse("payment-1"), OrderId = Order, Amount = 15000 }));
        yield return ("VirtualAccounts", async () => await client.VirtualAccounts.IssueAsync(new VirtualAccountRequest
        {
            Amount = 15000,
            OrderId = Order,
            OrderName = "apples",
            CustomerName = "buyer",
            Bank = BankCode.KbKookmin,
            ValidHours = 24,
        }));
        yield return ("Billing", async () => await client.Billing.IssueAsync(new BillingIssueRequest { AuthKey = "auth-1", CustomerKey = Customer }));
        yield return ("Transactions", async () => await FirstAsync(client.Transactions.ListAsync(TransactionRange.OfDay(new DateOnly(2026, 11, 22)))));
        yield return ("Settlements", async () => await FirstAsync(client.Settlements.ListAsync(new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 22))));
        yield return ("CashReceipts", async () => await FirstAsync(client.CashReceipts.ListAsync(new DateOnly(2026, 11, 22))));
        yield return ("Promotions", async () => (await client.Promotions.ListAsync()).Single());
        yield return ("BrandPay", async () => await client.BrandPay.GetCustomerMethodsAsync(Customer));
        yield return ("Sellers", async () => await client.Sellers.GetAsync("seller-1"));
        yield return ("Payouts", async () => (await client.Payouts.RequestAsync(
        [
            new PayoutRequest { RefPayoutId = "pay-1", Destination = "seller-1", ScheduleType = PayoutSchedule.Express, Amount = Money.Krw(5000), TransactionDescription = "apples" },
        ], IdempotencyKey.New())).Single());
        yield return ("SendAsync", async () => (await client.SendAsync(HttpMethod.Get, "/v1/promotions")).GetArrayLength());
        yield return ("Webhooks", () => Task.FromResult<object?>(WebhookEvent.Parse(Encoding.UTF8.GetBytes(CannedApi.Webhook))));
    }

    private static async Task<T> FirstAsync<T>(IAsyncEnumerable<T> rows)
    {
        await foreach (var row in rows)
            return row;
        throw new InvalidOperationException("The list is empty.");
    }
}
