using CheckoutDemo.Catalogue;
using CheckoutDemo.Lab;
using CheckoutDemo.Operator;
using CheckoutDemo.Orders;
using CheckoutDemo.Pages;
using CheckoutDemo.Startup;
using PaymentSdk;

var builder = Shop.CreateBuilder(args);
await using var sandbox = await builder.StartSandboxAsync(joinRunning: args.IsPaymentCommand());  // stands in for the payment service until real keys are configured
await using var lab = await builder.StartLabAsync(sandbox);    // a second and a third origin for the CORS laboratory, /lab
string[] pages = [.. builder.OwnOrigins(), .. lab.ToRegister]; // whose pages may call the shop; others: "Payment:MerchantOrigins"

builder.Services
    .AddPaymentSdk()                                           // keys and addresses: section "Payment"
    .AddMerchantOrigins(pages)
    .AddEntityFrameworkLedger(builder.UseLedger, ledger => ledger.MigrateAtStart = true)
    .AddOrderEventHandler<OrderNews>()                         // what happened to an order, at least once and in order
    .AddNeedsAttentionHandler<OrderNews>();
builder.Services.AddSingleton<OperatorAccess>();
builder.Services.AddHealthChecks().AddPaymentSdk();            // does the ledger answer, and does anything wait for an operator?
builder.Services.AddOpenApi();

var app = builder.Build();
app.UseShopPages();                                            // wwwroot, with the headers a checkout page needs
app.MapPayments();                                             // what the page calls instead of the payment API
app.MapHealthChecks("/health");
if (app.Environment.IsDevelopment())
    app.MapOpenApi();                                          // /openapi/v1.json: the endpoints above and below, with their schemas
app.MapGet("/api/catalog", () => Shelf.Products);
app.MapPost("/api/orders", OrderEndpoint.OpenAsync).RequireMerchantOrigin();
app.MapGet("/api/orders/{orderId}/story", StoryEndpoint.TellAsync).RequireMerchantOrigin();
app.MapTestDeposit(sandbox);                                   // a virtual account of the sandbox: the page plays the transfer
if (app.Environment.IsDevelopment())
    app.MapPaymentOperator().RequireOperatorToken();           // what needs an operator, refunds, reversals; a real shop: .RequireAuthorization("staff")
app.MapLab();                                                  // two addresses, four experiments: what is a CORS error?

return await app.RunShopCommandAsync(args, sandbox)            // attention, resolve, reconcile … instead of an open shop
    ?? await app.RunShopAsync(sandbox, pages);
