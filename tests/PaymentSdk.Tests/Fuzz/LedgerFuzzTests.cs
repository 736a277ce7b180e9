using PaymentSdk.Tests.Shared;
using PaymentSdk.Tests.Shared.Fuzzing;

namespace PaymentSdk.Tests.Fuzz;

public sealed class LedgerFuzzTests
{
    [Fact]
    public Task A_mutated_answer_loses_no_approved_payment() => FuzzSeeds.RunAsync(
        [301, 302],
        async seed =>
        {
            using var database = new TemporaryDatabase();
            return await LedgerFuzz.RunAsync(database.ConnectionString, seed, 150, new ShiftedTime());
        },
        TestContext.Current.TestOutputHelper!.WriteLine,
        TestContext.Current.AddWarning);
}
