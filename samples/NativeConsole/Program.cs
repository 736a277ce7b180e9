using Microsoft.Extensions.DependencyInjection;
using NativeConsole;
using PaymentSdk;

// Calls one operation of each resource, compiled to native code: dotnet publish samples/NativeConsole -r linux-x64
await using var api = new CannedApi();
var services = new ServiceCollection();
services.AddPaymentSdk(options =>
{
    options.SecretKey = "test_sk_fake_shop";
    options.ClientKey = "test_ck_fake_shop";
    options.SecurityKeys.Add(new string('a', 64));
    options.ApiBaseAddress = api.Address;
});
await using var provider = services.BuildServiceProvider();
var client = provider.GetRequiredService<IPaymentClient>();

foreach (var (resource, call) in Calls.Of(client))
    Console.WriteLine($"{resource}: {await call()}");
Console.WriteLine("Every resource answered.");
