// A platform with many merchants. Their origins are in a table, and a new merchant is accepted within seconds.
//   dotnet run --project samples/ManyMerchants
//   sqlite3 merchants.db "INSERT INTO MerchantOrigin VALUES ('https://myshop.com')"

using System.Data.Common;
using ManyMerchants;
using Microsoft.Data.Sqlite;
using PaymentSdk;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
{
    ["Payment:SecretKey"] = "test_gsk_fake_shop",
    ["Payment:ClientKey"] = "test_gck_fake_shop",
});
builder.Services.AddSingleton<DbDataSource>(SqliteFactory.Instance.CreateDataSource("Data Source=merchants.db"));
builder.Services.AddPaymentSdk().AddMerchantOrigins<MerchantTable>();

var app = builder.Build();
await MerchantTable.CreateAsync(app.Services.GetRequiredService<DbDataSource>());
app.MapPost("/api/orders", () => "Only pages of registered merchants get here.").RequireMerchantOrigin();
await app.RunAsync();
