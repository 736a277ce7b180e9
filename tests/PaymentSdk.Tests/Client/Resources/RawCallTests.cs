using System.Text.Json;
using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>Raw calls, with which a shop can use operations that the SDK does not have.</summary>
public sealed class RawCallTests
{
    [Fact]
    public async Task A_raw_post_sends_the_json_as_it_is_under_the_keys_of_the_shop()
    {
        await using var server = RawServer.Always(200, """{"new":[1]}""");
        await using var shop = new Shop(server.Address);

        var answer = await shop.Client.SendAsync(
            HttpMethod.Post, "/v1/new/thing%3D?a=%20b", """{ "b" : 1.50 }""", IdempotencyKey.Parse("key-1"), new RequestOptions { AcceptLanguage = "en-US", TestCode = "A_CODE" }, TestContext.Current.CancellationToken);

        Assert.Equal(1, answer.GetProperty("new")[0].GetInt32());
        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST /v1/new/thing%3D?a=%20b HTTP/1.1", """{ "b" : 1.50 }""", "key-1"), (request.Line, request.Body, request.Key));
        Assert.Equal(("en-US", "A_CODE"), (request.Headers["Accept-Language"], request.Headers["TossPayments-Test-Code"]));
        Assert.StartsWith("Basic ", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_raw_post_without_a_body_carries_an_empty_one_and_a_key()
    {
        await using var server = RawServer.Always(200, "");
        await using var shop = new Shop(server.Address);

        var answer = await shop.Client.SendAsync(HttpMethod.Post, "/v2/x/cancel", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(JsonValueKind.Undefined, answer.ValueKind);
        Assert.Equal("0", Assert.Single(server.Requests).Headers["Content-Length"]);
        Assert.NotNull(server.Requests[0].Key);
    }

    [Fact]
    public async Task An_empty_post_on_a_used_connection_that_breaks_is_sent_again_by_the_pipeline_alone()
    {
        await using var server = new RawServer((connection, n) => n == 1 ? connection.SendAsync(200, "{}") : connection.CloseAsync());
        await using var shop = new Shop(server.Address);
        var stop = TestContext.Current.CancellationToken;
        await shop.Client.SendAsync(HttpMethod.Get, "/v1/x", cancellationToken: stop);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => shop.Client.SendAsync(HttpMethod.Post, "/v1/x", cancellationToken: stop));

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
        Assert.Equal(3, server.Requests.Count(request => request.Line.StartsWith("POST", StringComparison.Ordinal)));
        Assert.Single(server.Requests.Skip(1).Select(request => request.Key).Distinct());
    }

    [Fact]
    public async Task A_raw_get_is_repeated_on_a_5xx_and_a_raw_post_is_not()
    {
        await using var server = RawServer.Always(500, "");
        await using var shop = new Shop(server.Address);

        await Assert.ThrowsAsync<PaymentException>(() => shop.Client.SendAsync(HttpMethod.Post, "/v1/x", "{}", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Single(server.Requests);
        await Assert.ThrowsAsync<PaymentException>(() => shop.Client.SendAsync(HttpMethod.Get, "/v1/x", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData("v1/x", null, "must begin with one '/'")]
    [InlineData("//evil.example/x", null, "must begin with one '/'")]
    [InlineData("https://evil.example/x", null, "must begin with one '/'")]
    [InlineData("/v1/a b", null, "printable ASCII")]
    [InlineData("/v1/a\r\nX: y", null, "printable ASCII")]
    [InlineData("/v1/가", null, "printable ASCII")]
    [InlineData("/v1/a#b", null, "printable ASCII")]
    [InlineData("/v1/x", "{", "The body is not JSON")]
    [InlineData("/v1/x", "", "The body is not JSON")]
    public async Task A_request_that_cannot_be_sent_is_refused_with_the_reason(string path, string? json, string reason)
    {
        await using var server = RawServer.Always(200, "{}");
        await using var shop = new Shop(server.Address);

        var fault = await Assert.ThrowsAnyAsync<ArgumentException>(() => shop.Client.SendAsync(HttpMethod.Post, path, json, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }
}
