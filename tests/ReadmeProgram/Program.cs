using Microsoft.EntityFrameworkCore;
using PaymentSdk;

var builder = WebApplication.CreateBuilder(args);
builder.Services
    .AddPaymentSdk()                                             // section "Payment"
    .AddMerchantOrigins("https://myshop.com", "https://m.myshop.com")
    .AddEntityFrameworkLedger(db => db.UseSqlite("Data Source=payments.db"));

var app = builder.Build();
app.MapPayments();
app.MapPost("/api/orders", OpenOrder).RequireMerchantOrigin();   // the shop's own endpoint, with the same origin check
app.Run();

static async Task<IResult> OpenOrder(Basket basket, ICheckout checkout) =>
    (await checkout.OpenAsync(new NewPurchase { Amount = Prices.Of(basket), OrderName = "사과 한 상자" })).Match(
        opened => Results.Created($"/orders/{opened.Order.OrderId}", new { orderId = opened.Order.OrderId.Value }),
        notOpen => Results.Conflict(),
        notFound => Results.NotFound());
