using Microsoft.EntityFrameworkCore;
using PaymentSdk;
using PaymentSdk.Sandbox;

var builder = WebApplication.CreateBuilder(args);

// Without keys of your own, a sandbox in this process plays the payment service.
await using var sandbox = builder.Environment.IsDevelopment() && builder.Configuration["Payment:SecretKey"] is null
    ? await SandboxGateway.StartAsync() : null;
if (sandbox is not null)
{
    builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Payment:SecretKey"] = "test_gsk_fake_shop",
        ["Payment:ClientKey"] = "test_gck_fake_shop",
        ["Payment:ApiBaseAddress"] = sandbox.Address.AbsoluteUri,
        ["Payment:ScriptAddress"] = new Uri(sandbox.Address, "/v2/standard").AbsoluteUri,
    });
}

builder.Services
    .AddPaymentSdk()                       // section "Payment"
    .AddMerchantOrigins()                  // in Development this shop's own address; elsewhere "Payment:MerchantOrigins"
    .AddEntityFrameworkLedger(db => db.UseSqlite(builder.Configuration.GetConnectionString("Ledger") ?? "Data Source=payments.db"));
builder.Services.AddHealthChecks().AddPaymentSdk();

var app = builder.Build();
app.UsePaymentWindow();                    // the headers that let the payment window work
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapPayments();
app.MapPost("/api/orders", OpenOrder).RequireMerchantOrigin();
app.MapFallbackToFile("/orders/{orderId}", "order.html");
app.MapHealthChecks("/health");

if (args is ["doctor"])                    // dotnet run -- doctor
    return await app.RunPaymentDoctorAsync(Console.Out);
await app.RunAsync();
return 0;

// The server prices what is bought; the page only says what and how many.
static async Task<IResult> OpenOrder(Basket basket, ICheckout checkout, CancellationToken cancellationToken)
{
    if (basket is not { Sku: "mug", Quantity: >= 1 and <= 20 })
        return Results.BadRequest();
    var purchase = new NewPurchase { Amount = Money.Krw(7_500m * basket.Quantity), OrderName = "머그컵", PurchaseId = basket.PurchaseId };
    return (await checkout.OpenAsync(purchase, cancellationToken)).Match(
        opened => Results.Created($"/orders/{opened.Order.OrderId}", new { orderId = opened.Order.OrderId.Value }),
        notOpen => Results.Problem(        // paid or being checked already: the page goes to that order
            statusCode: 409, type: "urn:paymentsdk:problem:order-not-open",
            extensions: new Dictionary<string, object?> { ["orderId"] = notOpen.Live.OrderId.Value }),
        notFound => Results.NotFound());
}

internal sealed record Basket(string Sku, int Quantity, PurchaseId? PurchaseId);
