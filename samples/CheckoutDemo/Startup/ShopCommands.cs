using PaymentSdk;
using PaymentSdk.Sandbox;

namespace CheckoutDemo.Startup;

/// <summary>Runs an operator command instead of opening the shop. It can run while a shop is open, because both use the same ledger.</summary>
internal static class ShopCommands
{
    /// <summary>Runs the command and returns its exit code, or returns null if the arguments contain no command.</summary>
    public static async Task<int?> RunShopCommandAsync(this WebApplication app, string[] args, SandboxGateway? sandbox)
    {
        if (await app.RunPaymentCommandAsync(args) is not { } exitCode)
            return null;
        await app.DisposeAsync();
        if (sandbox is not null && exitCode is (0 or 1) && args[0] is ("reconcile" or "resolve") && !args.Contains("--help"))
            await Console.Error.WriteLineAsync("\nNo sandbox of an open shop was found. The command used a new sandbox, which has no payments. Open the shop first.");
        return exitCode;
    }
}
