using CheckoutDemo.Catalog;
using CheckoutDemo.Lab;
using CheckoutDemo.Operator;
using CheckoutDemo.Orders;
using CheckoutDemo.Pages;
using CheckoutDemo.Startup;
using PaymentSdk;

var builder = Shop.CreateBuilder(args);
await using var sandbox = await builder.StartSandboxAsync(joinRunning: args.IsPaymentCommand());  // used instead of the payment service until real keys are configured
await using var lab = await builder.StartLabAsync(sandbox);    // a second and a third origin for the CORS laboratory, /lab
string[] pages = [.. builder.OwnOrigins(), .. lab.ToRegister]; // the origins whose pages may call the shop; more in "Payment:MerchantOrigins"

builder.Services
    .AddPaymentSdk()                                           // keys and addresses are in the section "Payment"
    .AddMerchantOrigins(pages)
    .AddEntityFrameworkLedger(builder.UseLedger, ledger => ledger.MigrateAtStart = true)
    .AddOrderEventHandler<OrderNews>()                         // receives the events of orders, at least once and in order
    .AddNeedsAttentionHandler<OrderNews>();
builder.Services.AddSingleton<OperatorAccess>();
builder.Services.AddHealthChecks().AddPaymentSdk();            // checks the ledger and whether anything waits for an operator
builder.Services.AddOpenApi();

var app = builder.Build();
app.UseShopPages();                                            // wwwroot, with the headers that a checkout page needs
app.MapPayments();                                             // the endpoints that the page calls instead of the payment API
app.MapHealthChecks("/health");
if (app.Environment.IsDevelopment())
    app.MapOpenApi();                                          // /openapi/v1.json describes the endpoints with their schemas
app.MapGet("/api/catalog", () => Shelf.Products);
app.MapPost("/api/orders", OrderEndpoint.OpenAsync).RequireMerchantOrigin();
app.MapGet("/api/orders/{orderId}/story", StoryEndpoint.TellAsync).RequireMerchantOrigin();
app.MapTestDeposit(sandbox);                                   // lets the page simulate the transfer to a virtual account of the sandbox
if (app.Environment.IsDevelopment())
    app.MapPaymentOperator().RequireOperatorToken();           // the operators' page; a real shop writes .RequireAuthorization("staff")
app.MapLab();                                                  // the CORS laboratory, which explains CORS errors by experiments

return await app.RunShopCommandAsync(args, sandbox)            // runs a command (attention, resolve, reconcile …) instead of the shop
    ?? await app.RunShopAsync(sandbox, pages);
