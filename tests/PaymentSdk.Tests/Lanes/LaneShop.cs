using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using PaymentSdk.Api.Wire;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.Recovery;
using PaymentSdk.Configuration;
using PaymentSdk.Ledger;
using PaymentSdk.Runtime;

namespace PaymentSdk.Tests.Lanes;

/// <summary>The recovery of one or more processes on one ledger, in virtual time. Each test defines what recovery does with a row.</summary>
internal sealed class LaneShop
{
    private readonly List<CancellationTokenSource> _processes = [];

    public LaneShop()
    {
        Runtime = new VirtualRuntime();
        Ledger = new LaneLedger(Runtime);
        // The default recovery: one query, answered within 100 milliseconds, and the row is due again in an hour.
        Recover = async (process, held) =>
        {
            await CallAsync(process, held, TimeSpan.FromMilliseconds(100));
            Ledger.Release(held.Attempt, Ledger.Now.AddHours(1));
        };
    }

    public VirtualRuntime Runtime { get; }

    public LaneLedger Ledger { get; }

    public Func<CheckoutContext, LeasedAttempt, Task> Recover { get; set; }

    /// <summary>Every request to the API, with its time, order and lane.</summary>
    public List<(TimeSpan At, string OrderId, RecoveryLane Lane)> Requests { get; } = [];

    public int? RequestsPerMinute { get; set; } = 100;

    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest interval between polls when there is no work; null for <see cref="PollInterval"/>.</summary>
    public TimeSpan? IdleInterval { get; set; }

    /// <summary>Returns whether the API answers with status 429.</summary>
    public Func<bool> Limits { get; set; } = () => false;

    public TimeSpan? RetryAfter { get; set; }

    public CheckoutContext NewContext() =>
        new("", Ledger.Port, Mock.Of<IPaymentClient>(), new Settings(this), Runtime, new WorkSignal(Runtime), NullLogger.Instance);

    /// <summary>Starts a process; canceling the source ends the process as a crash does.</summary>
    public CancellationTokenSource Start()
    {
        Start(out var stop);
        return stop;
    }

    /// <summary>Starts a process, and returns the context that its parts share.</summary>
    public CheckoutContext Start(out CancellationTokenSource stop)
    {
        var context = NewContext();
        var source = new CancellationTokenSource();
        _processes.Add(source);
        var worker = new RecoveryWorker(context, new PurchaseCommits(context), held => Recover(context, held));
        Runtime.At(TimeSpan.Zero, () => worker.RunAsync(source.Token));
        stop = source;
        return context;
    }

    /// <summary>Simulates one call to the API under the lease of the row.</summary>
    public async Task CallAsync(CheckoutContext process, LeasedAttempt held, TimeSpan latency, int sends = 1)
    {
        var call = new CheckoutCall();
        for (var send = 0; send < sends; send++)
            Requests.Add((Runtime.Elapsed, held.Attempt.OrderId.Value, held.Attempt.Lane));
        call.Sends = sends;
        await Runtime.DelayAsync(latency, CancellationToken.None);
        if (Limits())
            call.Record(new ApiAnswer(HttpStatusCode.TooManyRequests, null, []) { RetryAfter = RetryAfter });
        process.Budget.Count(held.Attempt.OrderId, call);
    }

    public TimeSpan? FirstRequest(string orderId) => Requests.Where(request => request.OrderId == orderId).Select(request => (TimeSpan?)request.At).FirstOrDefault();

    public int Count(RecoveryLane lane) => Requests.Count(request => request.Lane == lane);

    /// <summary>Returns the highest number of requests in any minute.</summary>
    public int BusiestMinute()
    {
        var (maxCount, first) = (0, 0);
        for (var last = 0; last < Requests.Count; last++)
        {
            while (Requests[last].At - Requests[first].At >= TimeSpan.FromMinutes(1))
                first++;
            maxCount = Math.Max(maxCount, last - first + 1);
        }

        return maxCount;
    }

    private sealed class Settings(LaneShop shop) : IPaymentSettingsSource
    {
        private readonly PaymentSettings _settings = PaymentSettings.Compile("", new PaymentSdkOptions { SecretKey = "test_gsk_fake_shop", ClientKey = "test_gck_fake_shop" });

        public PaymentSettings Current => _settings with
        {
            Recovery = _settings.Recovery with { RequestsPerMinute = shop.RequestsPerMinute, PollInterval = shop.PollInterval, IdleInterval = shop.IdleInterval ?? shop.PollInterval },
        };
    }
}
