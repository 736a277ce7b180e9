using PaymentSdk.Webhooks;

namespace PaymentSdk.Tests.Webhooks;

public sealed class DepositSecretTests
{
    // The SHA-256 hash of the text ps_fake, as the program sha256sum prints it.
    private const string Kept = "e1e260e3d2463ea684bb2caaa8eb45c4f9ed904efb9d4329cdcd56f5d8a46c13";

    [Fact]
    public void The_secret_of_the_kept_hash_matches_in_either_case()
    {
        Assert.Equal(Kept, DepositSecret.Hash("ps_fake"));
        Assert.True(DepositSecret.Matches("ps_fake", Kept));
        Assert.True(DepositSecret.Matches("ps_fake", Kept.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("ps_fakf")]
    [InlineData("ps_fake ")]
    [InlineData("PS_FAKE")]
    [InlineData("")]
    [InlineData(null)]
    public void Another_secret_does_not_match(string? secret) => Assert.False(DepositSecret.Matches(secret, Kept));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ps_fake")]
    [InlineData("zz")]
    public void Without_a_hash_nothing_matches(string? kept)
    {
        Assert.False(DepositSecret.Matches("ps_fake", kept));
        Assert.False(DepositSecret.Matches("", kept));
        Assert.False(DepositSecret.Matches(null, kept));
    }

    [Fact]
    public void A_text_of_the_length_of_a_hash_does_not_match() => Assert.False(DepositSecret.Matches("ps_fake", new string('z', 64)));
}
