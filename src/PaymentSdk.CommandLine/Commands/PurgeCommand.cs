using System.CommandLine;

namespace PaymentSdk.CommandLine.Commands;

/// <summary><c>purge</c>: runs the daily deletion now.</summary>
internal static class PurgeCommand
{
    public static Command Create(CommandRun run)
    {
        var command = new Command("purge", "Applies the limits of Payment:Retention now instead of at the daily time.");
        run.Handle(command, async (_, context, cancellationToken) =>
        {
            var purged = await context.Get<IRetention>().PurgeAsync(cancellationToken).ConfigureAwait(false);
            context.Write(
                json =>
                {
                    json.Number("purchases", purged.Purchases);
                    json.Number("movements", purged.Movements);
                    json.Number("messages", purged.Messages);
                },
                output => output.WriteLine($"{purged.Purchases} purchases, {purged.Movements} money movements and {purged.Messages} webhooks were deleted."));
            return ExitCode.Done;
        });
        return command;
    }
}
