namespace PaymentSdk.Tests.Reconciliation;

/// <summary>The range of days of a reconciliation.</summary>
public sealed class ReconciliationRangeTests
{
    [Theory]
    [InlineData("2026-11-23", "2026-11-22")]
    [InlineData("2026-11-22", "2026-11-22")]
    [InlineData("1999-01-01", "2026-11-22")]
    public void A_range_without_a_day_is_refused(string from, string until) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReconciliationRange(DateOnly.Parse(from, null), DateOnly.Parse(until, null)));
}
