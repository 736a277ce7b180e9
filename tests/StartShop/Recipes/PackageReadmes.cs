using Microsoft.EntityFrameworkCore;
using PaymentSdk;
using PaymentSdk.Api;
using PaymentSdk.Sandbox;

namespace StartShop.Recipes;

/// <summary>The lines that the readmes of the packages show.</summary>
internal static class PackageReadmes
{
    public static void AspNetCore(WebApplicationBuilder builder, WebApplication app)
    {
        builder.Services
            .AddPaymentSdk()                                     // section "Payment"
            .AddMerchantOrigins("https://myshop.com")
            .AddEntityFrameworkLedger(db => db.UseSqlite("Data Source=payments.db"));   // package PaymentSdk.EntityFrameworkCore

        app.UsePaymentWindow();                                  // the headers that let the payment window work
        app.MapPayments();                                       // confirm, orders, success and fail, webhooks, checkout.js
        app.MapPost("/api/orders", OpenOrder).RequireMerchantOrigin();
    }

    public static void EntityFrameworkCore(WebApplicationBuilder builder, string connectionString)
    {
        builder.Services
            .AddPaymentSdk()
            .AddEntityFrameworkLedger(db => db.UseNpgsql(connectionString), ledger => ledger.MigrateAtStart = true);
    }

    public static async Task<Payment> Core(WebApplicationBuilder builder, IPaymentClient client, string key)
    {
        builder.Services.AddPaymentSdk();      // section "Payment": SecretKey and ClientKey
        var payment = await client.Payments.GetAsync(PaymentKey.Parse(key));   // client is an IPaymentClient
        return payment;
    }

    public static async Task<string> Sandbox(string orderId)
    {
        await using var sandbox = await SandboxGateway.StartAsync();
        // Payment:ApiBaseAddress = sandbox.Address, Payment:ScriptAddress = sandbox.Address + "v2/standard"
        var paymentKey = sandbox.AuthenticatePayment(orderId, 15_000);       // what a buyer does in the window
        await sandbox.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.CloseAfterWork) { Count = 1 });
        return paymentKey;
    }

    private static IResult OpenOrder() => Results.Ok();
}
