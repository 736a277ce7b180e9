using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.Tests.Client;

/// <summary>Members and values of an answer that this version does not know are counted each time, logged once, and never cause an error.</summary>
public sealed class DriftTests
{
    private const string Answer = """
        {"paymentKey":"tviva_fake_payment","orderId":"order-0001","status":"STATUS_OF_NEXT_YEAR","totalAmount":15000,"method":"카드","newMember":{"secret":"MARKED"},
         "card":{"issuerCode":"71","cardType":"신용","ownerType":"MARKED-WORD","deepMember":1},"easyPay":{"provider":"any","newInEasyPay":1},"cancels":[{"cancelAmount":1,"newInCancel":1},{"newInCancel":2}]}
        """;

    [Fact]
    public async Task Each_unknown_member_and_value_is_logged_once_per_operation_and_counted_each_time()
    {
        using var log = new CapturedLog();
        await using var server = RawServer.Always(200, Answer);
        await using var shop = new Shop(server.Address, before: services => services.AddLogging(logging => logging.AddProvider(log)));
        var counted = new ConcurrentQueue<string>();
        using var listener = Listen(counted);

        await shop.GetAsync();
        await shop.GetAsync();

        string[] expected = ["card.deepMember", "card.ownerType", "cancels[].newInCancel", "easyPay.newInEasyPay", "newMember", "status"];
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            log.Lines.Where(line => line.Text.Contains("does not know", StringComparison.Ordinal)).Select(line => expected.Single(path => line.Text.Contains($"'{path}'", StringComparison.Ordinal))).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("MARKED\"", StringComparison.Ordinal) || line.Text.Contains("secret", StringComparison.Ordinal));
        Assert.All(expected, path => Assert.True(counted.Count(name => name == $"get {path}") >= 2, path));
    }

    [Fact]
    public async Task An_answer_that_is_known_whole_is_not_drift()
    {
        using var log = new CapturedLog();
        await using var server = RawServer.Always(200, Resources.Golden.Payment);
        await using var shop = new Shop(server.Address, before: services => services.AddLogging(logging => logging.AddProvider(log)));

        await shop.GetAsync();

        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("does not know", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_gateway_that_invents_a_new_member_in_each_answer_fills_neither_log_nor_memory()
    {
        using var log = new CapturedLog();
        await using var server = new RawServer((connection, n) => connection.SendAsync(200, Answers.Paid.Replace("{", $"{{\"member{n}\":1,\"again{n}\":1,\"once-more{n}\":1,", StringComparison.Ordinal)));
        await using var shop = new Shop(server.Address, before: services => services.AddLogging(logging => logging.AddProvider(log)));

        for (var round = 0; round < 100; round++)
            await shop.GetAsync();

        Assert.InRange(log.Lines.Count(line => line.Text.Contains("does not know", StringComparison.Ordinal)), 190, 210);
    }

    private static MeterListener Listen(ConcurrentQueue<string> counted)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "paymentsdk.client.drift")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            var named = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value?.ToString());
            counted.Enqueue($"{named["paymentsdk.operation"]} {named["paymentsdk.path"]}");
        });
        listener.Start();
        return listener;
    }
}
