using CrashShop;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk;
using PaymentSdk.Tests.Shared;

// CrashShop <gateway> <connection string> <order id> <payment key> <cut> [pause]
// Confirms the payment, and kills itself at the boundary of the confirm path that has the number or name <cut>. It prints the name of that
// boundary first. Without such a boundary it exits with 0. With "pause" it waits there until it reads a line, and then continues.
var knife = new Knife(args[4], pauses: args.Length > 5);
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
