namespace PaymentSdk.Architecture.Tests;

/// <summary>A list of known violations may only become shorter.</summary>
public sealed class KnownViolationTests
{
    [Theory]
    [InlineData("a b", "a b", 2, true)]
    [InlineData("a b", "a b c", 2, false)]
    [InlineData("a b", "a", 2, false)]
    [InlineData("a b c", "a b c", 2, false)]
    [InlineData("a", "a", 2, true)]
    public void A_new_violation_a_fixed_one_and_a_longer_list_are_faults(string list, string found, int longest, bool fine) =>
        Assert.Equal(fine, KnownViolations.Fault("list.txt", longest, list.Split(' '), found.Split(' ')) is null);
}
