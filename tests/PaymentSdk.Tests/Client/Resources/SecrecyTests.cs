using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>Runs every operation with successful and failing answers and full logging and tracing: no personal data or secret is written.</summary>
/// <remarks>
/// The test receives every span of the process, so it must not run in parallel with other tests, whose handlers and servers create spans.
/// </remarks>
[Collection("Spans of the process")]
public sealed class SecrecyTests
{
    private static readonly string[] Marked =
    [
        "4330000000000001", "900101", "1234567890", "01012345678", "e@x.kr", "박토스", "203.0.113.7", "110123456789", "9001011",
        "Z_t5vOvQxrj4499PeiJcjen28", "token-1", "code-1", "bln_1", "method-1", "tviva_fake_payment", "customer-1", "ps_fake", "43301234", "secret-in-the-message",
        OperationWire.SecurityKey,
    ];

    [Theory]
    [InlineData(200, null)]
    [InlineData(200, "<html>hotel wifi</html>")]
    [InlineData(200, """{"code":"COMMON_ERROR","message":"secret-in-the-message 4330000000000001"}""")]
    [InlineData(400, """{"code":"INVALID_REQUEST","message":"secret-in-the-message 4330000000000001"}""")]
    [InlineData(500, """{"code":"FAILED","message":"secret-in-the-message e@x.kr"}""")]
    public async Task Nothing_of_a_person_a_card_or_a_key_is_logged_traced_thrown_or_printed(int status, string? body)
    {
        using var log = new CapturedLog();
        var texts = new ConcurrentQueue<string>();
        using var listener = Listen(texts);
        foreach (var row in Operations.All)
        {
            await using var server = RawServer.Always(status, body ?? row.Answer ?? "");
            await using var shop = new Shop(
                server.Address,
                before: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)),
                settings: options => options.SecurityKeys.Add(OperationWire.SecurityKey));
            try
            {
                texts.Enqueue((await row.Call(shop.Client))?.ToString() ?? "nothing");
            }
            catch (PaymentException failure)
            {
                texts.Enqueue(failure.ToString());
            }
        }

        var all = texts.Concat(log.Lines.Select(line => line.Text)).ToArray();
        Assert.True(all.Length > 2 * Operations.All.Count);
        foreach (var marked in Marked)
            Assert.DoesNotContain(all, text => text.Contains(marked, StringComparison.Ordinal));
    }

    private static ActivityListener Listen(ConcurrentQueue<string> texts)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => texts.Enqueue($"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}

/// <summary>The tests that receive, or create, spans of the whole process. They run alone.</summary>
[CollectionDefinition("Spans of the process", DisableParallelization = true)]
public sealed class ProcessSpans;
