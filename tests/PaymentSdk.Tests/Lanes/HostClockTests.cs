using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using PaymentSdk.Checkout.Reconciliation;

namespace PaymentSdk.Tests.Lanes;

/// <summary>The daily work runs at its time of day, also after the host's clock was set back.</summary>
public sealed class HostClockTests
{
    private readonly LaneShop _shop = new();
    private readonly List<DateTimeOffset> _runs = [];
    private bool _fails;

    [Fact]
    public void The_daily_work_runs_every_day_at_the_configured_time()
    {
        Start();

        _shop.Runtime.Run(TimeSpan.FromDays(3));

        Assert.Equal(3, _runs.Count);
        Assert.All(_runs, run => Assert.InRange(run.ToOffset(TimeSpan.FromHours(9)).TimeOfDay, TimeSpan.FromHours(5), TimeSpan.FromHours(5.1)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-30)]
    [InlineData(-24 * 10)]
    public void A_clock_that_is_set_back_does_not_stop_the_daily_work(int hours)
    {
        Start();
        _shop.Runtime.Run(TimeSpan.FromDays(2));
        var before = _runs.Count;

        _shop.Runtime.SetWallClock(TimeSpan.FromHours(hours));
        _shop.Runtime.Run(TimeSpan.FromDays(1));

        Assert.True(_runs.Count > before);
    }

    [Fact]
    public void A_failure_is_tried_again_after_an_hour_of_real_time()
    {
        Start();
        _fails = true;
        _shop.Runtime.Run(TimeSpan.FromHours(20));
        var failures = _runs.Count;
        Assert.InRange(failures, 1, 20);

        _shop.Runtime.SetWallClock(-TimeSpan.FromHours(2));
        _fails = false;
        _shop.Runtime.Run(TimeSpan.FromMinutes(66));

        Assert.Equal(failures + 1, _runs.Count);
    }

    private void Start()
    {
        var context = _shop.NewContext();
        var reconciliation = new ReconciliationContext("", context.Ledger, Mock.Of<IPaymentClient>(), context.Settings, _shop.Runtime, null!, NullLogger.Instance);
        var worker = new DailyWorker(reconciliation, "work", _ => new DailyPlan(true, TimeSpan.FromHours(5)), _ =>
        {
            _runs.Add(_shop.Runtime.GetUtcNow());
            return _fails ? throw new LedgerException("unavailable") : Task.CompletedTask;
        });
        _shop.Runtime.At(TimeSpan.Zero, () => worker.RunAsync(CancellationToken.None));
    }
}
