using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client;

/// <summary>Makes calls that succeed and calls that fail, with marked values and full logging and tracing.</summary>
public sealed class LeakTests
{
    private const string Secret = "test_gsk_fake_marked_secret";
    private const string OldSecret = "test_gsk_fake_marked_old";
    private const string Key = "marked_payment_key";

    private static readonly string[] Marked =
    [
        "marked_secret", "marked_old", Key, "ps_marked", "marked-account", "marked-holder", "1234-marked", "marked message",
        Convert.ToBase64String(Encoding.ASCII.GetBytes(Secret + ":")), Convert.ToBase64String(Encoding.ASCII.GetBytes(OldSecret + ":")),
        new string('a', 64),
    ];

    private const string Payment = """
        {"paymentKey":"marked_payment_key","orderId":"order-0001","status":"DONE","totalAmount":15000,"secret":"ps_marked",
         "card":{"number":"1234-marked"},"virtualAccount":{"accountNumber":"marked-account","customerName":"marked-holder"}}
        """;

    [Fact]
    public async Task No_secret_no_payment_key_and_no_body_is_in_any_log_exception_or_span()
    {
        using var log = new CapturedLog();
        var spans = new ConcurrentQueue<string>();
        using var listener = Listen(spans);
        var texts = new List<string>();
        foreach (var what in new[] { "paid", "refused", "broken", "lost", "wrong" })
        {
            await using var server = new RawServer((connection, _) => AnswerAsync(connection, what));
            await using var services = Build(server.Address, log);
            texts.AddRange(await CallEverythingAsync(services.GetRequiredService<IPaymentClient>().Payments));
            texts.Add(services.GetRequiredKeyedService<PaymentSdk.Configuration.IPaymentSettingsSource>("").Current.ToString());
        }

        texts.AddRange(log.Lines.Select(line => line.Text));
        texts.AddRange(spans);

        Assert.Contains(texts, text => text.Contains("confirm failed", StringComparison.Ordinal));
        Assert.Contains(spans, span => span.Contains("GET /v1/payments/{paymentKey}", StringComparison.Ordinal));
        foreach (var marked in Marked)
            Assert.DoesNotContain(texts, text => text.Contains(marked, StringComparison.Ordinal));
    }

    private static ServiceProvider Build(string address, CapturedLog log)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.ConfigureHttpClientDefaults(client => client.AddDefaultLogger());
        services.AddPaymentSdk(options =>
        {
            options.SecretKey = Secret;
            options.PreviousSecretKeys.Add(OldSecret);
            options.SecurityKeys.Add(new string('a', 64));
            options.ClientKey = Shop.ClientKey;
            options.ApiBaseAddress = address;
        });
        services.Configure<PaymentSdk.Api.Wire.PipelineTimings>("", timings => timings.FirstDelay = TimeSpan.FromMilliseconds(1));
        return services.BuildServiceProvider();
    }

    private static Task AnswerAsync(RawConnection connection, string what) => what switch
    {
        "paid" => connection.SendAsync(200, Payment),
        "refused" => connection.SendAsync(400, """{"code":"INVALID_REQUEST","message":"marked message"}"""),
        "broken" => connection.SendAsync(500, """{"code":"COMMON_ERROR","message":"marked message"}"""),
        "wrong" => connection.SendAsync(200, Payment.Replace("15000", "\"marked message\"", StringComparison.Ordinal)),
        _ => connection.ResetAsync(),
    };

    private static async Task<List<string>> CallEverythingAsync(IPayments payments)
    {
        var key = PaymentKey.Parse(Key);
        var order = OrderId.Parse("order-0001");
        var refund = new RefundReceiveAccount { Bank = "88", AccountNumber = "110", HolderName = "marked-holder" };
        var confirm = new ConfirmRequest { PaymentKey = key, OrderId = order, Amount = 15000 };
        var cancel = new CancelRequest { CancelReason = "marked message", IdempotencyKey = IdempotencyKey.New(), RefundReceiveAccount = refund };
        var token = TestContext.Current.CancellationToken;
        var texts = new List<string>();
        foreach (var call in (Func<Task<Payment>>[])
        [
            () => payments.ConfirmAsync(confirm, cancellationToken: token),
            () => payments.GetAsync(key, cancellationToken: token),
            () => payments.GetByOrderIdAsync(order, cancellationToken: token),
            () => payments.CancelAsync(key, cancel, cancellationToken: token),
        ])
        {
            try
            {
                texts.Add((await call()).ToString());
            }
            catch (PaymentException failure)
            {
                texts.Add(failure.ToString());
            }
        }
        return texts;
    }

    private static ActivityListener Listen(ConcurrentQueue<string> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => spans.Enqueue($"{span.Source.Name} {span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events.SelectMany(happened => happened.Tags))}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
