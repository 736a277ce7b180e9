using PaymentSdk.Sandbox.Tests.Delivery;
using static PaymentSdk.Sandbox.Tests.Payouts.PayoutShop;

namespace PaymentSdk.Sandbox.Tests.Payouts;

public sealed class SellerTests
{
    private const string _person =
        """{"refSellerId":"my-seller-2","businessType":"INDIVIDUAL","individual":{"name":"김토스","email":"a@b.co","phone":"01000001234"},"account":{"bankCode":"092","accountNumber":"1","holderName":"김토스"}}""";

    [Fact]
    public async Task Seller_is_registered_read_changed_in_part_and_removed()
    {
        await using var shop = await TestGateway.StartAsync();
        var registered = Body(await shop.PostSealedAsync("/v2/sellers", Seller));
        var id = Text(registered, "id")!;

        Assert.Equal(
            ["id", "refSellerId", "businessType", "company", "individual", "status", "account", "metadata"],
            registered.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("my-seller-1", "CORPORATE", "PARTIALLY_APPROVED", "092"), (Text(registered, "refSellerId"), Text(registered, "businessType"), Text(registered, "status"), Text(registered.GetProperty("account"), "bankCode")));
        Assert.Equal(registered.GetRawText(), Body(await shop.GetAsync($"/v2/sellers/{id}")).GetRawText());

        var changed = Body(await shop.PostSealedAsync($"/v2/sellers/{id}", """{"company":{"phone":"0298765432"},"metadata":null}"""));
        Assert.Equal(("0298765432", "토스", ""), (Text(changed.GetProperty("company"), "phone"), Text(changed.GetProperty("company"), "name"), Text(changed, "metadata")));
        Assert.Equal("INVALID_REQUEST", Code(await shop.PostSealedAsync($"/v2/sellers/{id}", """{"refSellerId":"other-seller"}""")));
        Assert.Equal("INVALID_REQUEST", Code(await shop.PostSealedAsync($"/v2/sellers/{id}", """{"account":null}""")));

        var removed = await shop.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/v2/sellers/{id}"));
        Assert.Equal(("deleted-entity", id), (removed["entityType"], Text(Body(removed), "id")));
        Assert.Equal((404, "NOT_FOUND"), ((await shop.GetAsync($"/v2/sellers/{id}")).Status, Code(await shop.GetAsync($"/v2/sellers/{id}"))));
    }

    [Fact]
    public async Task Sellers_are_listed_page_by_page()
    {
        await using var shop = await TestGateway.StartAsync();
        for (var i = 0; i < 3; i++)
            await shop.RegisterAsync(Seller.Replace("my-seller-1", $"my-seller-{i}"));

        var first = Body(await shop.GetAsync("/v2/sellers?limit=2"));
        var last = await shop.GetAsync($"/v2/sellers?limit=2&startingAfter={Text(first, "lastCursor")}");

        Assert.Equal((true, 2), (first.GetProperty("hasNext").GetBoolean(), first.GetProperty("items").GetArrayLength()));
        Assert.Equal(("x-list", "False", "my-seller-2"), (last["entityType"], Text(Body(last), "hasNext"), Text(Item(last), "refSellerId")));
        Assert.Equal("INVALID_PAGING_KEY", Code(await shop.GetAsync("/v2/sellers?startingAfter=none")));
    }

    [Fact]
    public async Task Individual_seller_waits_for_approval_and_only_later_changes_send_signed_webhooks()
    {
        await using var hook = await WebhookShop.StartAsync(options => options.Keys = [options.Keys[0] with { SecurityKeys = [SecretBody.Key, new string('6', 64)] }]);
        var shop = hook.Gateway;
        var id = await shop.RegisterAsync(_person);
        await hook.SentAsync();
        Assert.Empty(hook.Received);
        Assert.Equal((403, "FORBIDDEN_REQUEST"), (await RefusedAsync(), Code(await shop.PayOutAsync(id))));

        await shop.ControlAsync(HttpMethod.Post, $"/sandbox/sellers/{id}/status", """{"status":"PARTIALLY_APPROVED"}""");
        await hook.SentAsync();

        var message = Assert.Single(hook.Received);
        Assert.Equal(["eventType", "createdAt", "version", "eventId", "entityType", "entityBody"], message.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("seller.changed", "seller", "PARTIALLY_APPROVED"), (Text(message.Json, "eventType"), Text(message.Json, "entityType"), Text(message.Json.GetProperty("entityBody"), "status")));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$", Text(message.Json, "createdAt"));
        Assert.Equal(
            Signatures.Of(message, Convert.FromHexString(SecretBody.Key)) + "," + Signatures.Of(message, Convert.FromHexString(new string('6', 64))),
            message.Headers["tosspayments-webhook-signature"]);
        Assert.Equal(200, (await shop.PayOutAsync(id)).Status);

        async Task<int> RefusedAsync() => (await shop.PayOutAsync(id)).Status;
    }

    [Theory]
    [InlineData("CORPORATE", "OTHER")]
    [InlineData("1234567890", "12345")]
    [InlineData("100123456789", "100-123")]
    [InlineData("\"company\"", "\"individual\"")]
    [InlineData("\"grade\":\"gold\"", "\"a\":\"1\",\"b\":\"1\",\"c\":\"1\",\"d\":\"1\",\"e\":\"1\",\"f\":\"1\"")]
    public async Task Wrong_seller_is_refused(string part, string wrong)
    {
        await using var shop = await TestGateway.StartAsync();

        Assert.Equal("INVALID_REQUEST", Code(await shop.PostSealedAsync("/v2/sellers", Seller.Replace(part, wrong))));
        Assert.Empty(Body(await shop.GetAsync("/v2/sellers")).GetProperty("items").EnumerateArray());
    }
}
