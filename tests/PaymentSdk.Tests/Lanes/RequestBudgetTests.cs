using System.Net;
using PaymentSdk.Api.Wire;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.Recovery;
using PaymentSdk.Ledger;

namespace PaymentSdk.Tests.Lanes;

/// <summary>The request budget counts requests, is shared by all processes of a merchant, and shrinks when the API answers with status 429.</summary>
public sealed class RequestBudgetTests
{
    private readonly LaneShop _shop = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_recovery_that_makes_several_requests_costs_as_many(int requests)
    {
        _shop.Recover = async (process, held) =>
        {
            for (var request = 0; request < requests; request++)
                await _shop.CallAsync(process, held, TimeSpan.FromMilliseconds(100));
            _shop.Ledger.Release(held.Attempt, _shop.Ledger.Now.AddHours(1));
        };
        AddAccounts(2_000);
        _shop.Start();

        _shop.Runtime.Run(TimeSpan.FromMinutes(10));

        Assert.InRange(_shop.Requests.Count, 750, 1_000);
    }

    [Fact]
    public void A_call_that_the_pipeline_sends_again_costs_as_many_requests_as_it_was_sent()
    {
        _shop.Recover = async (process, held) =>
        {
            await _shop.CallAsync(process, held, TimeSpan.FromMilliseconds(100), sends: 4);
            _shop.Ledger.Release(held.Attempt, _shop.Ledger.Now.AddHours(1));
        };
        AddAccounts(2_000);
        _shop.Start();

        _shop.Runtime.Run(TimeSpan.FromMinutes(10));

        Assert.InRange(_shop.Requests.Count, 750, 1_000);
    }

    [Fact]
    public void A_row_that_needs_no_request_costs_none()
    {
        _shop.Recover = (_, held) =>
        {
            _shop.Ledger.Release(held.Attempt, null);
            return Task.CompletedTask;
        };
        AddAccounts(2_000);
        _shop.Start();

        _shop.Runtime.Run(TimeSpan.FromMinutes(5));

        Assert.Equal(0, _shop.Ledger.Due(RecoveryLane.Routine));
    }

    [Fact]
    public void Processes_that_share_a_ledger_divide_the_budget_and_use_what_others_leave()
    {
        AddAccounts(10_000);
        var processes = Enumerable.Range(0, 3).Select(_ => _shop.Start()).ToList();

        _shop.Runtime.Run(TimeSpan.FromMinutes(10));
        var shared = _shop.Requests.Count;
        processes[0].Cancel();
        processes[1].Cancel();
        _shop.Runtime.Run(TimeSpan.FromMinutes(2));
        var before = _shop.Requests.Count;
        _shop.Runtime.Run(TimeSpan.FromMinutes(10));

        Assert.InRange(shared, 650, 1_000);
        Assert.InRange(_shop.Requests.Count - before, 750, 1_000);
        Assert.InRange(_shop.BusiestMinute(), 70, 110);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(null)]
    public void A_429_halves_the_requests_of_a_process_for_a_minute_and_then_they_recover(int? perMinute)
    {
        _shop.RequestsPerMinute = perMinute;
        // Without a budget, the time that each answer takes limits the number of requests.
        _shop.Recover = async (process, held) =>
        {
            await _shop.CallAsync(process, held, TimeSpan.FromSeconds(1));
            _shop.Ledger.Release(held.Attempt, _shop.Ledger.Now.AddHours(1));
        };
        AddAccounts(10_000);
        _shop.Start();
        _shop.Runtime.Run(TimeSpan.FromMinutes(5));
        var full = InTheLast(TimeSpan.FromMinutes(2)) / 2;

        var once = true;
        _shop.Limits = () => once && !(once = false);
        _shop.Runtime.Run(TimeSpan.FromMinutes(1));
        var slow = InTheLast(TimeSpan.FromMinutes(1));
        _shop.Runtime.Run(TimeSpan.FromMinutes(3));

        Assert.InRange(slow, full / 5, full * 6 / 10);
        Assert.InRange(InTheLast(TimeSpan.FromMinutes(2)) / 2, full * 9 / 10, full * 11 / 10);
    }

    [Fact]
    public void An_api_that_always_answers_429_is_called_less_and_less_but_still_called()
    {
        AddAccounts(10_000);
        _shop.Limits = () => true;
        _shop.Start();

        _shop.Runtime.Run(TimeSpan.FromMinutes(20));

        Assert.InRange(InTheLast(TimeSpan.FromMinutes(10)), 5, 10 * 100 / 8);
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(3_600, 60)]
    public void The_pause_that_a_429_requests_is_kept_for_at_most_a_minute(int asked, int kept)
    {
        AddAccounts(1_000);
        _shop.Start();
        _shop.Runtime.Run(TimeSpan.FromMinutes(2));
        var once = true;
        _shop.Limits = () => once && !(once = false);
        _shop.RetryAfter = TimeSpan.FromSeconds(asked);
        _shop.Runtime.Run(TimeSpan.FromSeconds(5));
        var limited = _shop.Requests[^1].At;

        _shop.Runtime.Run(TimeSpan.FromMinutes(2));

        var next = _shop.Requests.First(request => request.At > limited).At;
        Assert.InRange(next - limited, TimeSpan.FromSeconds(kept), TimeSpan.FromSeconds(kept + 5));
    }

    [Fact]
    public void The_pause_is_read_from_the_answer_and_a_date_is_measured_by_the_clock_that_wrote_it()
    {
        Assert.Equal(TimeSpan.FromSeconds(7), Read(headers => headers.RetryAfter = new(TimeSpan.FromSeconds(7))));
        Assert.Equal(TimeSpan.FromSeconds(90), Read(headers => (headers.Date, headers.RetryAfter) = (Date, new(Date.AddSeconds(90)))));
        Assert.Null(Read(headers => headers.RetryAfter = new(Date)));
        Assert.Null(Read(_ => { }));

        static TimeSpan? Read(Action<System.Net.Http.Headers.HttpResponseHeaders> write)
        {
            using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            write(response.Headers);
            return ApiAnswer.ReadRetryAfter(response.Headers);
        }
    }

    [Fact]
    public void Routine_queries_stretch_with_the_number_of_open_accounts()
    {
        var context = _shop.NewContext();
        var worker = new RecoveryWorker(context, new PurchaseCommits(context), held => _shop.Recover(context, held));
        using var stop = new CancellationTokenSource();
        for (var number = 0; number < 2_000; number++)
            _shop.Ledger.Add($"account-{number:0000}", RecoveryLane.Routine, TimeSpan.FromMinutes(60 + (number % 600)));
        _shop.Runtime.At(TimeSpan.Zero, () => worker.RunAsync(stop.Token));

        _shop.Runtime.Run(TimeSpan.FromMinutes(2));
        Assert.Equal(TimeSpan.FromMinutes(200), context.Pace.Routine(TimeSpan.FromHours(1)));

        for (var number = 0; number < 1_990; number++)
            _shop.Ledger.Release(_shop.Ledger.Get($"account-{number:0000}"), null);
        _shop.Runtime.Run(TimeSpan.FromMinutes(2));
        Assert.Equal(TimeSpan.FromHours(1), context.Pace.Routine(TimeSpan.FromHours(1)));
    }

    private static readonly DateTimeOffset Date = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private void AddAccounts(int count)
    {
        for (var number = 0; number < count; number++)
            _shop.Ledger.Add($"account-{number:00000}", RecoveryLane.Routine, -TimeSpan.FromHours(1));
    }

    private int InTheLast(TimeSpan time) => _shop.Requests.Count(request => request.At > _shop.Runtime.Elapsed - time);
}
