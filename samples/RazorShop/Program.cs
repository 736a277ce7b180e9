// A Razor Pages shop that sells one product. Its pages use checkout.js; the sandbox in this process simulates the payment service.
//   dotnet run --project samples/RazorShop      then buy at http://localhost:5090

using Microsoft.EntityFrameworkCore;
using PaymentSdk;
using PaymentSdk.Sandbox;
using RazorShop;

await using var sandbox = await SandboxGateway.StartAsync();
var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
{
    ["Payment:SecretKey"] = "test_gsk_fake_shop",
    ["Payment:ClientKey"] = "test_gck_fake_shop",
    ["Payment:ApiBaseAddress"] = sandbox.Address.AbsoluteUri,
    ["Payment:ScriptAddress"] = new Uri(sandbox.Address, "/v2/standard").AbsoluteUri,
});
builder.Services.AddRazorPages();
builder.Services
    .AddPaymentSdk()
    .AddMerchantOrigins()                  // in Development the shop's own address; elsewhere add the origins of your pages
    .AddEntityFrameworkLedger(
        db => db.UseSqlite(builder.Configuration.GetConnectionString("Ledger") ?? "Data Source=razor-shop.db"),
        ledger => ledger.MigrateAtStart = true);

var app = builder.Build();
app.UsePaymentWindow();                    // the headers that the payment window needs, with a nonce for inline scripts
app.MapPayments();
app.MapRazorPages();
app.MapPost("/api/orders", Cart.OpenAsync).RequireMerchantOrigin();
await app.RunAsync();
