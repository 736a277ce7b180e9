using System.ComponentModel;
using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Newtonsoft.Json.Linq;
using PaymentSdk.Api;

namespace PaymentSdk.AspNetCore.Tests.Values;

/// <summary>Value types bind wherever a text can be bound, and are written as that text.</summary>
public sealed class ValueTests(ValueTests.Started started) : IClassFixture<ValueTests.Started>
{
    private HttpClient Client => started.Host.Client;

    public static TheoryData<string> Names => ValueSamples.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_value_binds_in_minimal_endpoints(string name)
    {
        var (text, written) = (Uri.EscapeDataString(ValueSamples.Text(name)), ValueSamples.Written(name));

        if (name != nameof(Origin))
            Assert.Equal(written, await Client.GetStringAsync($"/minimal/{name}/route/{text}", TestContext.Current.CancellationToken));
        Assert.Equal(written, await Client.GetStringAsync($"/minimal/{name}/query?value={text}", TestContext.Current.CancellationToken));
        Assert.Equal(written, await Client.GetStringAsync($"/minimal/{name}/maybe?value={text}", TestContext.Current.CancellationToken));
        Assert.Equal("absent", await Client.GetStringAsync($"/minimal/{name}/maybe", TestContext.Current.CancellationToken));
        Assert.Equal($"{written},{written}", await Client.GetStringAsync($"/minimal/{name}/list?value={text}&value={text}", TestContext.Current.CancellationToken));
        Assert.Equal(written, await FormAsync("minimal", name));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/minimal/{name}/header") { Headers = { { "X-Value", ValueSamples.Text(name) } } };
        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(written, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_value_binds_in_actions(string name)
    {
        var (text, written) = (Uri.EscapeDataString(ValueSamples.Text(name)), ValueSamples.Written(name));

        if (name != nameof(Origin))
            Assert.Equal(written, await Client.GetStringAsync($"/mvc/{name}/route/{text}", TestContext.Current.CancellationToken));
        Assert.Equal(written, await Client.GetStringAsync($"/mvc/{name}/query?value={text}", TestContext.Current.CancellationToken));
        Assert.Equal(written, await FormAsync("mvc", name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_body_has_a_value_as_its_text_and_is_written_so(string name)
    {
        var sent = new JsonObject
        {
            ["value"] = ValueSamples.Text(name),
            ["maybe"] = null,
            ["named"] = new JsonObject { ["a"] = ValueSamples.Text(name) },
        };

        foreach (var way in new[] { "minimal", "mvc" })
        {
            using var answer = await Client.PostAsJsonAsync($"/{way}/{name}/body", sent, TestContext.Current.CancellationToken);
            var read = await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
            Assert.Equal(ValueSamples.Written(name), read!["value"]!.GetValue<string>());
            Assert.Equal(ValueSamples.Written(name), read["named"]!["a"]!.GetValue<string>());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_text_that_is_not_the_value_is_a_400_and_not_a_500(string name)
    {
        var text = Uri.EscapeDataString(ValueSamples.Wrong(name));

        foreach (var way in new[] { "minimal", "mvc" })
        {
            using var answer = await Client.GetAsync($"/{way}/{name}/query?value={text}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_is_a_text_in_both_serializers_as_a_key_too_and_comes_back(string name) =>
        Call(nameof(RoundTrip), name);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_is_read_from_the_configuration(string name) => Call(nameof(ReadConfiguration), name);

    [Fact]
    public void A_shop_that_generates_its_serializers_can_have_values_in_its_bodies()
    {
        var written = JsonSerializer.Serialize(new ShopBody(OrderId.Parse("order-0001"), RefundId.Parse("r-1"), Money.Krw(15000), PaymentMethod.Card), ShopJson.Default.ShopBody);

        var read = JsonSerializer.Deserialize(written, ShopJson.Default.ShopBody)!;

        Assert.Equal("""{"OrderId":"order-0001","RefundId":"r-1","Amount":"15000 KRW","Method":"\uCE74\uB4DC"}""", written);
        Assert.Equal((OrderId.Parse("order-0001"), RefundId.Parse("r-1"), Money.Krw(15000), PaymentMethod.Card), (read.OrderId, read.RefundId, read.Amount, read.Method));
    }

    [Theory]
    [InlineData("15000", "15000 KRW")]
    [InlineData("0.1 USD", "0.10 USD")]
    [InlineData("-3 KRW", "-3 KRW")]
    [InlineData("15,000 KRW", null)]
    [InlineData("1.5 KRW", null)]
    [InlineData("15000 won", null)]
    [InlineData("15000 KRW USD", null)]
    [InlineData("1e3 KRW", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_amount_is_read_as_it_is_written(string? text, string? written)
    {
        Assert.Equal(written, Money.TryParse(text, out var money, out var reason) ? money.ToString() : null);
        Assert.Equal(written is null, reason is not null);
    }

    private async Task<string> FormAsync(string way, string name)
    {
        using var form = new FormUrlEncodedContent([new("value", ValueSamples.Text(name))]);
        using var answer = await Client.PostAsync($"/{way}/{name}/form", form, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static void Call(string test, string name) =>
        typeof(ValueTests).GetMethod(test, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(ValueSamples.Find(name)).Invoke(null, [name]);

    private static void RoundTrip<T>(string name)
        where T : struct
    {
        var value = Read<T>(name);
        var written = ValueSamples.Written(name);
        var body = new Dictionary<T, T?[]> { [value] = [value, null] };

        var ours = JsonSerializer.Serialize(body);
        var theirs = Newtonsoft.Json.JsonConvert.SerializeObject(body);

        Assert.True(JToken.DeepEquals(JToken.Parse(ours), new JObject { [written] = new JArray(written, JValue.CreateNull()) }), ours);
        Assert.True(JToken.DeepEquals(JToken.Parse(theirs), new JObject { [written] = new JArray(written, JValue.CreateNull()) }), theirs);
        Assert.Equal(value, Assert.Single(JsonSerializer.Deserialize<Dictionary<T, T?[]>>(ours)!).Value[0]);
        Assert.Equal(value, Assert.Single(Newtonsoft.Json.JsonConvert.DeserializeObject<Dictionary<T, T?[]>>(theirs)!).Key);
        Assert.Equal(default, Newtonsoft.Json.JsonConvert.DeserializeObject<T>(Newtonsoft.Json.JsonConvert.SerializeObject(default(T))));
    }

    private static void ReadConfiguration<T>(string name)
        where T : struct
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Value"] = ValueSamples.Text(name),
            ["Values:0"] = ValueSamples.Text(name),
        }).Build();

        var read = configuration.Get<Settings<T>>()!;

        Assert.Equal(Read<T>(name), read.Value);
        Assert.Equal([Read<T>(name)], read.Values);
        Assert.Null(read.Maybe);
    }

    private static T Read<T>(string name) => (T)TypeDescriptor.GetConverter(typeof(T)).ConvertFromInvariantString(ValueSamples.Text(name))!;

    public sealed class Settings<T>
        where T : struct
    {
        public T Value { get; set; }

        public T? Maybe { get; set; }

        public IList<T> Values { get; } = [];
    }

    public sealed class Started : IAsyncLifetime
    {
        public ValueHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await ValueHost.StartAsync();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}

public sealed record ShopBody(OrderId OrderId, RefundId RefundId, Money Amount, PaymentMethod Method);

[JsonSerializable(typeof(ShopBody))]
public sealed partial class ShopJson : JsonSerializerContext;
