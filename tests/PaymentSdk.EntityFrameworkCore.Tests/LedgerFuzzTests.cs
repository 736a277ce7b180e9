using PaymentSdk.Tests.Shared;
using PaymentSdk.Tests.Shared.Fuzzing;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>
/// Mutated answers about approved payments on PostgreSQL, which refuses texts that SQLite stores, and about refunds on both databases.
/// </summary>
public sealed class LedgerFuzzTests(PostgresDatabases databases)
{
    [Fact]
    public Task A_mutated_answer_loses_no_approved_payment_on_PostgreSql() => FuzzSeeds.RunAsync(
        [401],
        async seed => await LedgerFuzz.RunAsync(await databases.CreateAsync(), seed, 100, time: null),
        TestContext.Current.TestOutputHelper!.WriteLine,
        TestContext.Current.AddWarning);

    [Fact]
    public Task A_mutated_answer_refunds_nothing_twice_and_stops_no_reconciliation_on_PostgreSql() => FuzzSeeds.RunAsync(
        [701],
        async seed => await RefundFuzz.RunAsync(await databases.CreateAsync(), seed, 60, new ShiftedTime()),
        TestContext.Current.TestOutputHelper!.WriteLine,
        TestContext.Current.AddWarning);

    [Fact]
    public Task A_mutated_answer_refunds_nothing_twice_and_stops_no_reconciliation_on_SQLite() => FuzzSeeds.RunAsync(
        [702],
        async seed =>
        {
            using var database = new TemporaryDatabase();
            return await RefundFuzz.RunAsync(database.ConnectionString, seed, 60, new ShiftedTime());
        },
        TestContext.Current.TestOutputHelper!.WriteLine,
        TestContext.Current.AddWarning);
}
