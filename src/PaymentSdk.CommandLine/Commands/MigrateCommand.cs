using System.CommandLine;
using PaymentSdk.Ledger;

namespace PaymentSdk.CommandLine.Commands;

/// <summary><c>migrate</c>: creates the tables of the ledger, or updates them to this version.</summary>
internal static class MigrateCommand
{
    public static Command Create(CommandRun run)
    {
        var command = new Command("migrate", "Creates the ledger's tables or updates them to this version, regardless of MigrateAtStart. Back up the database first.");
        run.Handle(command, RunAsync, isChecked: false);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, CommandContext context, CancellationToken cancellationToken)
    {
        _ = context.Get<IOrderLedger>();
        if (context.Find<ILedgerMigration>() is not { } migration)
            return context.Told("not-here", "The ledger's tables belong to the shop's own DbContext, so the shop's migrations create them: run dotnet ef database update.", ExitCode.Open);
        var applied = await migration.MigrateAsync(cancellationToken).ConfigureAwait(false);
        return context.Told(
            applied.Count == 0 ? "up-to-date" : "migrated",
            applied.Count == 0 ? "The tables were up to date." : $"Applied: {string.Join(", ", applied)}.",
            ExitCode.Done,
            json => json.Texts("applied", applied));
    }

}
