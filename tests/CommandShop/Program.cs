using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentSdk;

// A host without a web server, with the default registration and one named "b", in the SQLite file of ConnectionStrings:Ledger. Its environment
// is Production, so that only the command migrate creates the tables. With the argument "open" it opens a purchase of 15000 won in each registration.
var builder = Host.CreateApplicationBuilder(args);
builder.Logging.ClearProviders();
var ledger = builder.Configuration.GetConnectionString("Ledger");
builder.Services.AddPaymentSdk().AddEntityFrameworkLedger(db => db.UseSqlite(ledger));
builder.Services.AddPaymentSdk("b").AddEntityFrameworkLedger(db => db.UseSqlite(ledger));
using var host = builder.Build();

if (args is ["open", ..])
{
    foreach (var checkout in new[] { host.Services.GetService(typeof(ICheckout)) as ICheckout, Named(host.Services) })
    {
        var opened = (OpenOutcome.Opened)await checkout!.OpenAsync(new NewPurchase { Amount = Money.Krw(15000), OrderName = "사과 한 상자", OrderNumber = "A-17" });
        Console.WriteLine($"{opened.Order.OrderId} {opened.Order.PurchaseId}");
    }

    return 0;
}

if (await host.RunPaymentCommandAsync(args) is { } exitCode)     // after Build(), before the host runs
    return exitCode;
Console.WriteLine("The host runs.");
return 42;

static ICheckout Named(IServiceProvider services) =>
    (ICheckout)((Microsoft.Extensions.DependencyInjection.IKeyedServiceProvider)services).GetRequiredKeyedService(typeof(ICheckout), "b");
