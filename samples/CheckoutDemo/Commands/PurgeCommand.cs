using PaymentSdk;

namespace CheckoutDemo.Commands;

/// <summary><c>purge</c>: deletes now what is deleted every day.</summary>
internal static class PurgeCommand
{
    public static ShopCommand Command { get; } = new("purge", [""], "Deletes what is older than Payment:Retention says.", RunAsync);

    private static async Task<int> RunAsync(WebApplication app, string[] arguments, TextWriter output)
    {
        new CommandLine(arguments).End();
        var purged = await app.Services.GetRequiredService<IRetention>().PurgeAsync();
        output.WriteLine($"{purged.Purchases} purchases, {purged.Movements} money movements and {purged.Messages} webhooks were old enough and are gone.");
        return ExitCode.Done;
    }
}
