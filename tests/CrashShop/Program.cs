using CrashShop;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk;
using PaymentSdk.Tests.Shared;

// CrashShop <gateway> <connection string> <order id> <payment key> <cut>
// Confirms the payment and is killed at the cut-th boundary of the confirm path. Prints where; exits with 0 when there is no such boundary.
var knife = new Knife(int.Parse(args[4], System.Globalization.CultureInfo.InvariantCulture));
await using var shop = await ShopHost.StartAsync(new Uri(args[0]), args[1], more: payments =>
{
    payments.HttpClient.AddHttpMessageHandler(() => new CuttingHandler(knife));
    payments.Services.Decorate<IOrderLedger>(ledger => new CuttingLedger(ledger, knife));
    payments.Services.Decorate<IPaymentClient>(client => new CuttingClient(client, knife));
});
knife.Arm();
var outcome = await shop.ConfirmAsync(OrderId.Parse(args[2]), args[3]);
knife.Cut("after the outcome");
Console.WriteLine($"whole: {outcome.GetType().Name}");
return 0;
