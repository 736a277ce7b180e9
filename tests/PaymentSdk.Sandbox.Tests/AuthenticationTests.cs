namespace PaymentSdk.Sandbox.Tests;

public sealed class AuthenticationTests
{
    [Fact]
    public async Task Padding_of_the_key_may_be_left_out()
    {
        await using var shop = await TestGateway.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/payments/tgen_none");
        request.Headers.Add("Authorization", $"Basic {TestGateway.Basic($"{TestGateway.SecretKey}:").TrimEnd('=')}");

        Assert.Equal((404, "NOT_FOUND_PAYMENT"), (await shop.SendAsync(request)).Error);
    }

    public static TheoryData<string, string?, int, string> Table => new()
    {
        { "no header", null, 403, "INCORRECT_BASIC_AUTH_FORMAT" },
        { "another scheme", "Bearer test_gsk_fake_shop", 403, "INCORRECT_BASIC_AUTH_FORMAT" },
        { "no colon", $"Basic {TestGateway.Basic("test_gsk_fake_shop")}", 403, "INCORRECT_BASIC_AUTH_FORMAT" },
        { "not base64", "Basic test_gsk_fake_shop:", 403, "INCORRECT_BASIC_AUTH_FORMAT" },
        { "a password", $"Basic {TestGateway.Basic("test_gsk_fake_shop:secret")}", 403, "INCORRECT_BASIC_AUTH_FORMAT" },
        { "an unknown key", $"Basic {TestGateway.Basic("test_gsk_fake_other:")}", 401, "UNAUTHORIZED_KEY" },
        { "a byte order mark before the key", $"Basic {TestGateway.Basic("\uFEFFtest_gsk_fake_shop:")}", 401, "UNAUTHORIZED_KEY" },
        { "the client key", $"Basic {TestGateway.Basic("test_gck_fake_shop:")}", 400, "INVALID_API_KEY" },
        { "the right key", $"Basic {TestGateway.Basic("test_gsk_fake_shop:")}", 404, "NOT_FOUND_PAYMENT" },
        { "the right key, scheme in lower case", $"basic {TestGateway.Basic("test_gsk_fake_shop:")}", 404, "NOT_FOUND_PAYMENT" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Header_is_answered_as_the_API_answers_it(string header, string? value, int status, string code)
    {
        await using var shop = await TestGateway.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/payments/tgen_none");
        if (value is not null)
            request.Headers.TryAddWithoutValidation("Authorization", value);
        using var response = await shop.Http.SendAsync(request, TestGateway.Token);

        var answer = await Answer.OfAsync(response);

        Assert.True(answer.Error == (status, code), $"{header}: {answer.Status} {answer.Text}");
        Assert.False(string.IsNullOrEmpty(answer["message"]));
    }
}
