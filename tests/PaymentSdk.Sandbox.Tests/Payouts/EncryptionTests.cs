using System.Text.Json;
using static PaymentSdk.Sandbox.Tests.Payouts.PayoutShop;

namespace PaymentSdk.Sandbox.Tests.Payouts;

public sealed class EncryptionTests
{
    [Fact]
    public async Task Answer_is_sealed_under_the_key_of_the_request_with_its_own_header()
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await shop.PostTokenAsync("/v2/sellers", SecretBody.Seal(Seller));

        var (header, json) = SecretBody.Open(answer.Text);
        var members = JsonDocument.Parse(header).RootElement;
        Assert.Equal((200, "dir", "A256GCM"), (answer.Status, Text(members, "alg"), Text(members, "enc")));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$", Text(members, "iat"));
        Assert.True(Guid.TryParse(Text(members, "nonce"), out _));
        var envelope = JsonDocument.Parse(json).RootElement;
        Assert.Equal(["version", "traceId", "entityType", "entityBody"], envelope.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("seller", answer.Headers["x-tosspayments-trace-id"]), (Text(envelope, "entityType"), Text(envelope, "traceId")));
    }

    [Fact]
    public async Task Error_is_sealed_too_and_carries_the_trace()
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await shop.PostSealedAsync("/v2/sellers", "{}");

        var envelope = JsonDocument.Parse(answer.Text).RootElement;
        Assert.Equal((400, "INVALID_REQUEST"), (answer.Status, Code(answer)));
        Assert.Equal(["version", "traceId", "error"], envelope.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Either_of_two_security_keys_opens_and_seals_while_one_replaces_the_other()
    {
        var next = new string('6', 64);
        await using var shop = await TestGateway.StartAsync(options => options.Keys = [options.Keys[0] with { SecurityKeys = [SecretBody.Key, next] }]);

        var answer = await shop.PostTokenAsync("/v2/sellers", SecretBody.Seal(Seller, next));

        Assert.Contains("my-seller-1", SecretBody.Open(answer.Text, next).Json);
        Assert.Contains("DUPLICATED_REQUEST", SecretBody.Open((await shop.PostTokenAsync("/v2/sellers", SecretBody.Seal(Seller))).Text).Json);
    }

    [Theory]
    [InlineData("not a token")]
    [InlineData("a.b.c.d.e")]
    [InlineData("....")]
    [InlineData("{}")]
    public async Task Token_that_cannot_be_decrypted_is_refused_in_plain_JSON(string token)
    {
        await using var shop = await TestGateway.StartAsync();

        var answer = await shop.PostTokenAsync("/v2/sellers", token);

        Assert.Equal((400, "application/json", "INVALID_REQUEST"), (answer.Status, answer.Headers["Content-Type"], Code(answer)));
    }

    [Fact]
    public async Task Wrong_key_altered_token_and_unexpected_header_are_refused()
    {
        await using var shop = await TestGateway.StartAsync();
        var token = SecretBody.Seal(Seller);
        string[] wrong =
        [
            SecretBody.Seal(Seller, new string('7', 64)),
            token[..^2],
            token.Replace("..", ".AAAA."),
            SecretBody.Seal(Seller, header: """{"alg":"dir","enc":"A256GCM"}"""),
            SecretBody.Seal(Seller, header: """{"alg":"dir","enc":"A256GCM","iat":"now","nonce":"n"}"""),
            SecretBody.Seal(Seller, header: """{"alg":"dir","enc":"A256GCM","zip":"DEF","iat":"2026-11-23T10:00:00+09:00","nonce":"n"}"""),
            SecretBody.Seal(Seller, header: """{"alg":"A256KW","enc":"A256GCM","iat":"2026-11-23T10:00:00+09:00","nonce":"n"}"""),
        ];

        foreach (var one in wrong)
            Assert.Equal("INVALID_REQUEST", Code(await shop.PostTokenAsync("/v2/sellers", one)));
        Assert.Equal("INVALID_REQUEST", Code(await shop.PostTokenAsync("/v2/sellers", token, encrypted: false)));
        Assert.Equal("INVALID_REQUEST", Code(await shop.PostAsync("/v2/sellers", Seller)));
        Assert.Equal(200, (await shop.PostTokenAsync("/v2/sellers", token)).Status);
    }

    [Theory]
    [InlineData("2026-11-23T10:00:00+09:00")]
    [InlineData("2026-11-23T10:00:00.123456789+09:00")]
    public async Task Issue_time_is_accepted_with_and_without_fractions_and_so_is_compressed_text(string iat)
    {
        await using var shop = await TestGateway.StartAsync();

        Assert.Equal(200, (await shop.PostTokenAsync("/v2/sellers", SecretBody.Seal(Seller, header: $$"""{"alg":"dir","enc":"A256GCM","iat":"{{iat}}","nonce":"n"}"""))).Status);
        Assert.Equal(200, (await shop.PostTokenAsync(
            "/v2/sellers", SecretBody.Seal(Seller.Replace("my-seller-1", "my-seller-2"), header: $$"""{"alg":"dir","enc":"A256GCM","zip":"DEF","iat":"{{iat}}","nonce":"n"}""", deflate: true))).Status);
    }

    [Fact]
    public async Task Call_without_a_body_is_answered_encrypted_on_request()
    {
        await using var shop = await TestGateway.StartAsync();
        var id = await shop.RegisterAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v2/sellers/{id}");
        request.Headers.Add("TossPayments-api-security-mode", "ENCRYPTION");

        var answer = await shop.SendAsync(request);

        Assert.Equal("text/plain", answer.Headers["Content-Type"]);
        Assert.Contains(id, SecretBody.Open(answer.Text).Json);
    }

    [Fact]
    public async Task Refused_key_unknown_path_and_wrong_method_have_the_envelope_of_version_2()
    {
        await using var shop = await TestGateway.StartAsync();
        var stranger = new HttpRequestMessage(HttpMethod.Get, "/v2/balances");
        stranger.Headers.Add("Authorization", $"Basic {TestGateway.Basic("test_gsk_other:")}");

        Assert.Equal("UNAUTHORIZED_KEY", Code(await shop.SendAsync(stranger)));
        Assert.Equal("NOT_FOUND", Code(await shop.GetAsync("/v2/nowhere")));
        Assert.Equal("NOT_FOUND_HTTP_METHOD", Code(await shop.PostAsync("/v2/balances", "{}")));
    }
}
