using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.AspNetCore.Tests.Origins;

/// <summary>A flood of unknown origins does not cost more when many origins are registered.</summary>
public sealed class RefusalCostTests
{
    public static TheoryData<string, string, string?> Many => new()
    {
        { "many shops", "https://stranger.example", null },
        { "many shops", "https://shop-zz.example", "https://shop-" },
        { "one platform", "https://nobody.platform.example", "https://m" },
        { "one platform", "http://m7999.platform.example", "https://m7999.platform.example" },
        { "one platform", "https://a.m4000.platform.example", "https://m4000.platform.example" },
    };

    [Theory]
    [MemberData(nameof(Many))]
    public void A_refusal_costs_the_same_at_8000_registered_origins_as_at_one(string kind, string presented, string? nearest)
    {
        string[] registered = [.. Enumerable.Range(0, 8_000).Select(number => kind == "many shops" ? $"https://shop-{number}.example" : $"https://m{number}.platform.example")];
        var one = Snapshot(registered[..1]);
        var all = Snapshot(registered);

        var found = all.Diagnose(presented).Nearest?.ToString();

        Assert.True(nearest is null ? found is null : found!.StartsWith(nearest, StringComparison.Ordinal), $"found {found}");
        // The test compares allocated memory, which, unlike time, is the same on every machine.
        Assert.InRange(Allocated(all, presented), 0, Allocated(one, presented) + 16_000);
    }

    private static MerchantOriginSnapshot Snapshot(IEnumerable<string> exact) => new(new MerchantOriginSwitches(), exact, []);

    private static long Allocated(MerchantOriginSnapshot snapshot, string presented)
    {
        snapshot.Diagnose(presented);
        var before = GC.GetAllocatedBytesForCurrentThread();
        snapshot.Diagnose(presented);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
