using System.Globalization;

namespace PaymentSdk.Benchmarks.Ledger;

/// <summary>
/// Compares a confirm through <see cref="ICheckout"/> with a bare loop of the same two commits on the same database, in one run:
/// <c>dotnet run -c Release -- safety</c>. The rounds alternate, so that other load on the machine affects both.
/// </summary>
internal static class CostOfSafety
{
    private const int Rounds = 4;

    public static Task ReportAsync(TextWriter output, string? only) => LedgerUnderTest.EachAsync(only, ledger => CompareAsync(output, ledger));

    private static async Task CompareAsync(TextWriter output, LedgerUnderTest ledger)
    {
        await using var shop = await MeasuredShop.StartAsync(ledger);
        foreach (var (buyers, each) in new[] { (1, 150), (32, 12) })
        {
            Round bare = new(), checkout = new();
            for (var round = -1; round < Rounds; round++)
            {
                var loop = await BareLoop.RunAsync(ledger, await shop.OpenAsync(buyers * each), buyers);
                var confirms = await shop.ConfirmAsync(await shop.OpenAsync(buyers * each), buyers);
                // The first round, -1, only warms up.
                if (round < 0)
                    await ledger.AnalyzeAsync();
                else
                    (bare, checkout) = (bare.And(loop), checkout.And(confirms));
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ledger.Name}, {buyers,2} buyers: bare {bare}; ICheckout {checkout}; ratio {checkout.PerSecond / bare.PerSecond:0.00}"));
        }
    }
}
