using CheckoutDemo.Operator;
using PaymentSdk.Sandbox;

namespace CheckoutDemo.Startup;

/// <summary>Runs the shop until it is stopped, and prints its addresses.</summary>
internal static class ShopRun
{
    /// <summary>Returns 0 after a stop. Returns 1 if settings are wrong, after writing every fault to the error stream.</summary>
    public static async Task<int> RunShopAsync(this WebApplication app, SandboxGateway? sandbox, string[] pages)
    {
        await using (app)
        {
            try
            {
                await app.StartAsync();
            }
            catch (Exception failure) when (StartFaults.In(failure) is { Count: > 0 } faults)
            {
                await Console.Error.WriteLineAsync($"CheckoutDemo cannot start. Please correct:\n{string.Join('\n', faults.Select(fault => $"  - {fault}"))}");
                return 1;
            }

            using var following = sandbox?.FollowMerchantOrigins(app, pages);
            Welcome(app, sandbox);
            await app.WaitForShutdownAsync();
            return 0;
        }
    }

    private static void Welcome(WebApplication app, SandboxGateway? sandbox)
    {
        var shops = app.Urls.Select(Reachable).Select(url => $"  Shop     {url}");
        var gateway = sandbox is null
            ? $"  Gateway  {app.Configuration["Payment:ApiBaseAddress"] ?? "https://api.tosspayments.com"}"
            : $"  Sandbox  {Reachable(sandbox.Address.AbsoluteUri)}   (simulates the payment service; no money moves)";
        var laboratory = $"  CORS     {Reachable(app.Urls.First())}/lab   (what is this CORS error? see it happen)";
        var operators = app.Environment.IsDevelopment() ? $"\n  Operator {Reachable(app.Urls.First())}/operator?token={app.Services.GetRequiredService<OperatorAccess>().Token}   (orders that need an operator, refunds, reversals, reconciliation)" : "";
        Console.WriteLine($"\n  Soban is open.\n\n{string.Join('\n', shops)}\n{gateway}\n{laboratory}{operators}\n\n  Press Ctrl+C to close it.\n");
    }

    private static string Reachable(string url) =>
        url.TrimEnd('/').Replace("//[::]:", "//localhost:", StringComparison.Ordinal).Replace("//0.0.0.0:", "//localhost:", StringComparison.Ordinal);
}
