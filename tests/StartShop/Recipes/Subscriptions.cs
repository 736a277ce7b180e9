using PaymentSdk;
using PaymentSdk.Api;

namespace StartShop.Recipes;

internal static class Subscriptions
{
    // app.MapGet("/cards/registered", Subscriptions.RegisterAsync): the successUrl of requestBillingAuth()
    public static async Task<IResult> RegisterAsync(
        string authKey, string customerKey, IPaymentClient client, Subscribers subscribers, CancellationToken cancellationToken)
    {
        var customer = CustomerKey.Parse(customerKey);          // compare it with the buyer who is signed in
        var issued = await client.Billing.IssueAsync(
            new BillingIssueRequest { AuthKey = authKey, CustomerKey = customer }, cancellationToken: cancellationToken);
        subscribers.Keep(customer, issued.BillingKey);          // a secret: encrypt it, never show it to a page
        return Results.Redirect("/cards");
    }

    // Once a month, from a job. The same charge id never charges twice, however often the job runs.
    public static async Task<bool> ChargeMonthAsync(CustomerKey customer, BillingKey billingKey, DateOnly month, ICharges charges)
    {
        var outcome = await charges.ChargeAsync(new BillingCharge
        {
            ChargeId = ChargeId.Parse($"{customer}-{month:yyyy-MM}"),
            CustomerKey = customer,
            BillingKey = billingKey,
            Amount = Money.Krw(9_900),
            OrderName = $"{month:yyyy년 M월} 구독료",
        });
        return outcome is ConfirmOutcome.Paid;                  // Checking: an order event reports the outcome
    }
}

internal sealed class Subscribers
{
    private readonly Dictionary<CustomerKey, BillingKey> _keys = [];

    public void Keep(CustomerKey customer, BillingKey key) => _keys[customer] = key;

    public BillingKey Find(CustomerKey customer) => _keys[customer];
}
