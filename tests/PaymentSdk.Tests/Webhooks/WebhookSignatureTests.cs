using System.Security.Cryptography;
using System.Text;
using PaymentSdk.Webhooks;

namespace PaymentSdk.Tests.Webhooks;

/// <summary>The signature of payout.changed and seller.changed (docs/spec/payment-api.md §7.3).</summary>
public sealed class WebhookSignatureTests
{
    private const string Time = "2026-11-22T12:00:00+09:00";

    private static readonly string Key = string.Concat(Enumerable.Repeat("0a1B2c3D", 8));
    private static readonly string OtherKey = string.Concat(Enumerable.Repeat("ffff0000", 8));
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse(Time);
    private static readonly byte[] Body = """{"eventType":"payout.changed","entityBody":{"id":"FPA_1"}}"""u8.ToArray();

    public static TheoryData<string> Readings => ["the 32 bytes", "the text", "the text in lower case", "the text in upper case"];

    [Theory]
    [MemberData(nameof(Readings))]
    public void A_signature_under_either_reading_of_the_key_is_valid(string reading)
    {
        var key = reading switch
        {
            "the 32 bytes" => Convert.FromHexString(Key),
            "the text" => Encoding.UTF8.GetBytes(Key),
            "the text in lower case" => Encoding.UTF8.GetBytes(Key.ToLowerInvariant()),
            _ => Encoding.UTF8.GetBytes(Key.ToUpperInvariant()),
        };

        Assert.Equal(WebhookSignatureResult.Valid, Verify(Sign(key)));
    }

    [Fact]
    public void After_a_re_issue_either_of_two_signatures_and_either_of_two_keys_will_do()
    {
        var old = Sign(Convert.FromHexString(OtherKey));
        var current = Sign(Convert.FromHexString(Key));

        Assert.Equal(WebhookSignatureResult.Valid, Verify($"{old},{current}"));
        Assert.Equal(WebhookSignatureResult.Valid, Verify($"{current}, {old}"));
        Assert.Equal(WebhookSignatureResult.Valid, Verify(old, keys: [Key, OtherKey]));
        Assert.Equal(WebhookSignatureResult.Wrong, Verify(old));
    }

    [Fact]
    public void The_keys_that_the_settings_hold_as_bytes_prove_the_same()
    {
        foreach (var key in new[] { Convert.FromHexString(Key), Encoding.UTF8.GetBytes(Key.ToLowerInvariant()), Encoding.UTF8.GetBytes(Key.ToUpperInvariant()) })
            Assert.Equal(WebhookSignatureResult.Valid, WebhookSignature.Verify(Body, Sign(key), Time, [Convert.FromHexString(Key)], Now));
    }

    [Fact]
    public void One_changed_byte_of_body_time_or_signature_is_wrong()
    {
        var signature = Sign(Convert.FromHexString(Key));
        var changed = Body.ToArray();
        changed[^2] ^= 1;

        Assert.Equal(WebhookSignatureResult.Wrong, Verify(signature, body: changed));
        Assert.Equal(WebhookSignatureResult.Wrong, Verify(signature, body: [.. Body, (byte)' ']));
        Assert.Equal(WebhookSignatureResult.Wrong, Verify(signature, time: "2026-11-22T12:00:01+09:00"));
        Assert.Equal(WebhookSignatureResult.Wrong, Verify("v1:" + Convert.ToBase64String(new byte[32])));
    }

    [Theory]
    [InlineData(null, Time, WebhookSignatureResult.Missing)]
    [InlineData("", Time, WebhookSignatureResult.Missing)]
    [InlineData("v1:AAAA", null, WebhookSignatureResult.Missing)]
    [InlineData("v1:AAAA", Time, WebhookSignatureResult.Malformed)]
    [InlineData("v1:not base64!", Time, WebhookSignatureResult.Malformed)]
    [InlineData("v2:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", Time, WebhookSignatureResult.Malformed)]
    [InlineData("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", Time, WebhookSignatureResult.Malformed)]
    [InlineData(",,", Time, WebhookSignatureResult.Malformed)]
    [InlineData("v1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "yesterday", WebhookSignatureResult.Malformed)]
    [InlineData("v1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", Time, WebhookSignatureResult.Wrong)]
    public void An_invalid_signature_has_its_own_result(string? signature, string? time, WebhookSignatureResult result) =>
        Assert.Equal(result, WebhookSignature.Verify(Body, signature, time, [Key], Now));

    [Theory]
    [InlineData(-601, WebhookSignatureResult.OutOfTime)]
    [InlineData(-600, WebhookSignatureResult.Valid)]
    [InlineData(600, WebhookSignatureResult.Valid)]
    [InlineData(601, WebhookSignatureResult.OutOfTime)]
    public void A_transmission_time_may_be_ten_minutes_off(int seconds, WebhookSignatureResult result) =>
        Assert.Equal(result, WebhookSignature.Verify(Body, Sign(Convert.FromHexString(Key)), Time, [Key], Now.AddSeconds(seconds)));

    [Fact]
    public void A_shop_may_allow_more_or_less()
    {
        var signature = Sign(Convert.FromHexString(Key));

        Assert.Equal(WebhookSignatureResult.Valid, WebhookSignature.Verify(Body, signature, Time, [Key], Now.AddHours(1), TimeSpan.FromHours(1)));
        Assert.Equal(WebhookSignatureResult.OutOfTime, WebhookSignature.Verify(Body, signature, Time, [Key], Now.AddSeconds(2), TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Without_a_key_nothing_is_valid_not_even_a_signature_under_an_empty_one()
    {
        foreach (var keys in new string[][] { [], [""], [" "] })
            Assert.Equal(WebhookSignatureResult.NoKey, Verify(Sign([]), keys: keys));
    }

    [Fact]
    public void A_body_that_is_too_large_is_not_hashed()
    {
        var body = new byte[WebhookEvent.LargestBody + 1];

        Assert.Equal(WebhookSignatureResult.TooLarge, Verify(Sign(Convert.FromHexString(Key), body), body: body));
        Assert.Equal(WebhookSignatureResult.Valid, Verify(Sign(Convert.FromHexString(Key), body[1..]), body: body[1..]));
    }

    [Fact]
    public void A_header_with_a_thousand_signatures_is_not_compared() =>
        Assert.Equal(WebhookSignatureResult.Malformed, Verify(string.Join(',', Enumerable.Repeat(Sign(Convert.FromHexString(Key)), 9))));

    private static WebhookSignatureResult Verify(string signature, byte[]? body = null, string time = Time, string[]? keys = null) =>
        WebhookSignature.Verify(body ?? Body, signature, time, keys ?? [Key], Now);

    private static string Sign(byte[] key, byte[]? body = null) =>
        "v1:" + Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. body ?? Body, .. Encoding.UTF8.GetBytes(":" + Time)]));
}
