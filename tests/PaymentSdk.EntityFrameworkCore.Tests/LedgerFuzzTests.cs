using PaymentSdk.Tests.Shared;
using PaymentSdk.Tests.Shared.Fuzzing;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Mutated answers of approved payments over PostgreSQL, which refuses texts that SQLite stores.</summary>
public sealed class LedgerFuzzTests(PostgresDatabases databases)
{
    [Fact]
    public Task A_mutated_answer_loses_no_approved_payment_on_PostgreSql() => FuzzSeeds.RunAsync(
        [401],
        async seed => await LedgerFuzz.RunAsync(await databases.CreateAsync(), seed, 100, time: null),
        TestContext.Current.TestOutputHelper!.WriteLine,
        TestContext.Current.AddWarning);
}
