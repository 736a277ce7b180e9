using System.Text.Json;
using Jose;
using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>
/// Encrypted payouts (docs/spec/payment-api.md §2.9). A library that the product does not use decrypts the requests and encrypts the answers.
/// </summary>
public sealed class SealedTests
{
    private const string OldKey = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private static readonly OperationRow Create = Operations.Named("POST /v2/sellers");

    [Fact]
    public async Task The_header_names_algorithm_time_and_a_number_used_once()
    {
        await using var wire = new OperationWire(Create);

        await Create.Call(wire.Shop.Client);
        await Create.Call(wire.Shop.Client);

        var headers = wire.Server.Requests.Select(request => JWT.Headers(request.Body)).ToArray();
        Assert.Equal("ENCRYPTION", wire.Server.Requests[0].Headers["TossPayments-api-security-mode"]);
        Assert.All(headers, header => Assert.Equal(("dir", "A256GCM"), (header["alg"], header["enc"])));
        Assert.All(headers, header => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$", (string)header["iat"]));
        Assert.Equal(2, headers.Select(header => header["nonce"]).Distinct().Count());
        Assert.Equal(2, wire.Server.Requests.Select(request => request.Body).Distinct().Count());
    }

    [Fact]
    public async Task The_same_bytes_leave_again_when_no_answer_came()
    {
        await using var server = new RawServer((connection, n) => n == 1 ? connection.CloseAsync() : connection.SendAsync(200, OperationWire.Sealed(Create.Answer!)));
        await using var shop = Shop(server);

        await Create.Call(shop.Client);

        Assert.Equal(2, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => (request.Body, request.Key)).Distinct());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_error_is_read_whether_it_is_encrypted_or_an_edge_answered_in_plain(bool isSealed)
    {
        const string Error = """{"version":"2022-11-16","traceId":"t","error":{"code":"INVALID_BUSINESS_NUMBER","message":"m"}}""";
        await using var server = RawServer.Always(400, isSealed ? OperationWire.Sealed(Error) : Error);
        await using var shop = Shop(server);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => Create.Call(shop.Client));

        Assert.Equal((PaymentFailureKind.Refused, "INVALID_BUSINESS_NUMBER", 400), (failure.Kind, failure.Code.Value, failure.StatusCode));
    }

    [Fact]
    public async Task An_answer_under_the_older_of_two_keys_is_read_and_the_newer_one_writes()
    {
        await using var server = RawServer.Always(200, OperationWire.Sealed(Create.Answer!, OldKey));
        await using var shop = Shop(server, OperationWire.SecurityKey, OldKey);

        Assert.Equal("seller-1", ((Seller)(await Create.Call(shop.Client))!).Id);

        var sent = JWT.Decode(server.Requests[0].Body, Convert.FromHexString(OperationWire.SecurityKey), JweAlgorithm.DIR, JweEncryption.A256GCM);
        Assert.Equal("shop-1", JsonElement.Parse(sent).GetProperty("refSellerId").GetString());
    }

    public static TheoryData<string> Damaged => ["another key", "cut short", "one bit", "another algorithm", "compressed", "four parts", "not base64"];

    [Theory]
    [MemberData(nameof(Damaged))]
    public async Task A_damaged_encrypted_answer_is_an_unknown_outcome(string damage)
    {
        var whole = OperationWire.Sealed(Create.Answer!);
        var body = damage switch
        {
            "another key" => OperationWire.Sealed(Create.Answer!, OldKey),
            "cut short" => whole[..^10],
            "one bit" => whole[..^30] + (whole[^30] == 'A' ? 'B' : 'A') + whole[^29..],
            "another algorithm" => JWT.Encode(Create.Answer, Convert.FromHexString(OldKey), JweAlgorithm.DIR, JweEncryption.A128CBC_HS256),
            "compressed" => JWT.Encode(Create.Answer, Convert.FromHexString(OperationWire.SecurityKey), JweAlgorithm.DIR, JweEncryption.A256GCM, JweCompression.DEF),
            "four parts" => whole[..whole.LastIndexOf('.')],
            _ => whole.Replace('.', '!'),
        };
        await using var server = RawServer.Always(200, body);
        await using var shop = Shop(server);

        var failure = await Assert.ThrowsAsync<PaymentException>(() => Create.Call(shop.Client));

        Assert.Equal(PaymentFailureKind.Unknown, failure.Kind);
        Assert.Contains(damage is "four parts" or "not base64" ? "it is not JSON" : "no key in SecurityKeys decrypts it", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Without_a_security_key_nothing_is_sent_and_the_setting_is_named()
    {
        await using var server = RawServer.Always(200, "{}");
        await using var shop = new Shop(server.Address);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Create.Call(shop.Client));

        Assert.Contains("Payment:SecurityKeys is empty", fault.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static Shop Shop(RawServer server, params string[] keys) => new(server.Address, settings: options =>
    {
        foreach (var key in keys is [] ? [OperationWire.SecurityKey] : keys)
            options.SecurityKeys.Add(key);
    });
}
