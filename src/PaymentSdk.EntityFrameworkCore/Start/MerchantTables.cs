using Microsoft.Extensions.Logging;
using PaymentSdk.EntityFrameworkCore.Diagnostics;
using PaymentSdk.EntityFrameworkCore.Ledger;

namespace PaymentSdk.EntityFrameworkCore.Start;

/// <summary>Tables in the shop's own context. They are only checked, because the shop migrates them.</summary>
/// <param name="context">The name of the context.</param>
/// <param name="acceptUnverified">Whether the host starts on a database on which the ledger has not been verified.</param>
/// <param name="logger">The logger for what is accepted.</param>
internal sealed class MerchantTables(string context, bool acceptUnverified, ILogger logger) : ILedgerTables
{
    public async Task CheckAsync(LedgerSession session, CancellationToken cancellationToken)
    {
        await ColumnCheck.RunAsync(
            session.Database,
            $"Add and apply a migration: dotnet ef migrations add PaymentLedger --context {context}, then dotnet ef database update. " +
            $"If it comes out empty, a convention of {context} changes the ledger's columns: call modelBuilder.AddPaymentLedger() last in its OnModelCreating.",
            cancellationToken).ConfigureAwait(false);
        if (!LedgerProviders.Of(session.Database).IsVerified)
            await ProbeAsync(session, cancellationToken).ConfigureAwait(false);
        else
            await new LedgerTrial(session).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<string> ExamineAsync(LedgerSession session, CancellationToken cancellationToken)
    {
        await CheckAsync(session, cancellationToken).ConfigureAwait(false);
        return $"The tables in {context} fit this version.";
    }

    public string ExamineMissing() =>
        throw new InvalidOperationException("The database of the payment ledger does not exist. Apply your migrations: dotnet ef database update.");

    private async Task ProbeAsync(LedgerSession session, CancellationToken cancellationToken)
    {
        var provider = session.Database.Database.ProviderName;
        var findings = await new LedgerTrial(session).ProbeAsync(cancellationToken).ConfigureAwait(false);
        if (!acceptUnverified)
        {
            throw new InvalidOperationException(
                $"PaymentSdk has not been verified on {provider}, only on SQLite and PostgreSQL. A trial found: {findings} " +
                $"Keep the ledger in SQLite or PostgreSQL. To start nevertheless, set ledger.DangerouslyAcceptUnverifiedProvider = true in AddEntityFrameworkLedger<{context}>(ledger => …).");
        }

        Log.UnverifiedProvider(logger, provider ?? "an unknown provider", findings);
    }
}
