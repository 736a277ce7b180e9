using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentSdk.Sandbox;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.AspNetCore.Tests.Checks;

/// <summary>The doctor's report on a web host that was built but not started.</summary>
public sealed class DoctorTests
{
    [Theory]
    [InlineData(0, "ok", "This machine's clock agrees with that of the API")]
    [InlineData(30, "warning", @"This machine's clock is (29|30|31) seconds ahead of the API's\. -> Set the clock")]
    [InlineData(-30, "warning", @"This machine's clock is (29|30|31) seconds behind the API's\. -> Set the clock")]
    [InlineData(600, "fault", @"This machine's clock is (599|600|601) seconds ahead of the API's\. -> Set the clock")]
    public async Task A_clock_that_differs_from_the_APIs_is_reported_with_the_difference(int secondsAhead, string state, string said)
    {
        var time = new ShiftedTime();
        time.Advance(TimeSpan.FromSeconds(secondsAhead));
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var (exitCode, report) = await ExamineAsync(gateway, services => services.AddSingleton<TimeProvider>(time));

        Assert.Matches($"(?m)^{state} +clock +{said}", report);
        Assert.Equal(state == "fault" ? 1 : 0, exitCode);
    }

    [Theory]
    [InlineData(typeof(Hanging))]
    [InlineData(typeof(Blocking))]
    public async Task A_check_that_never_ends_is_a_fault_after_ten_seconds_and_delays_no_other_check(Type check)
    {
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var time = new CountedTime();
        var examining = ExamineAsync(gateway, services => services.AddSingleton<TimeProvider>(time).AddSingleton(typeof(IPaymentCheck), check), withDefaultTimeout: true);
        var (exitCode, report) = await examining.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.Equal(1, exitCode);
        Assert.Matches(@"(?m)^fault +warehouse +It did not answer within 10 seconds\. -> ", report);
        Assert.Matches("(?m)^ok +origins ", report);
        Assert.Contains(TimeSpan.FromSeconds(10), time.Asked);
    }

    [Fact]
    public async Task Each_named_registration_has_its_own_lines_in_the_report()
    {
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var (exitCode, report) = await ExamineAsync(gateway, services => services
            .AddPaymentSdk("b", options => (options.SecretKey, options.ClientKey, options.ApiBaseAddress) = ("test_sk_of_nobody", "test_ck_of_nobody", gateway.Address.ToString()))
            .AddMerchantOrigins("https://b.myshop.com"));

        Assert.Equal(1, exitCode);
        Assert.Matches("(?m)^ok +api ", report);
        Assert.Matches("(?m)^fault +api of b .*test_sk_…", report);
        Assert.Matches(@"(?m)^ok +origins +https://myshop\.com\.", report);
        Assert.Matches(@"(?m)^ok +origins of b +https://b\.myshop\.com\.", report);
        foreach (var name in new[] { "keys", "settings", "ledger", "public address", "window headers" })
            Assert.Matches($"(?m)^[a-z]+ +{name} of b ", report);
        Assert.DoesNotContain("of_nobody", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoints_that_only_call_WithPaymentWindow_are_checked_for_their_own_registration()
    {
        await using var gateway = await SandboxGateway.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var (_, report) = await ExamineAsync(
            gateway,
            services => services
                .AddPaymentSdk("b", options => (options.SecretKey, options.ClientKey, options.ApiBaseAddress) = ("test_sk_fake_shop", "test_ck_fake_shop", gateway.Address.ToString()))
                .AddMerchantOrigins("https://b.myshop.com"),
            app =>
            {
                app.MapGet("/checkout", () => TypedResults.Text("", "text/html")).WithPaymentWindow();
                var group = app.MapGroup("/pages");
                group.MapGet("/cart", () => TypedResults.Text("", "text/html"));
                group.WithPaymentWindow();
            });

        Assert.Matches(@"(?m)^ok +window headers +WithPaymentWindow \(on 2 endpoints\) merges script-src ", report);
        Assert.Matches("(?m)^warning +window headers of b +Neither UsePaymentWindow nor WithPaymentWindow is called", report);
    }

    private static async Task<(int ExitCode, string Report)> ExamineAsync(
        SandboxGateway gateway, Action<IServiceCollection>? more = null, Action<WebApplication>? pages = null, bool withDefaultTimeout = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        more?.Invoke(builder.Services);
        builder.Services
            .AddPaymentSdk(options => (options.SecretKey, options.ClientKey, options.ApiBaseAddress) = ("test_gsk_fake_shop", "test_gck_fake_shop", gateway.Address.ToString()))
            .AddMerchantOrigins("https://myshop.com");
        await using var app = builder.Build();
        pages?.Invoke(app);
        var report = new StringWriter();
        var exitCode = await app.RunPaymentDoctorAsync(report, withDefaultTimeout ? null : TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        return (exitCode, report.ToString());
    }

    /// <summary>A check that waits for an answer that never comes, and ignores its token.</summary>
    private sealed class Hanging : IPaymentCheck
    {
        public string Name => "warehouse";

        public Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken) =>
            new TaskCompletionSource<IReadOnlyList<PaymentCheckResult>>().Task;
    }

    /// <summary>A check that blocks its thread until it is released, which happens only after the time limit.</summary>
    private sealed class Blocking : IPaymentCheck, IDisposable
    {
        private readonly ManualResetEventSlim _ended = new();

        public string Name => "warehouse";

        public Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken)
        {
            _ended.Wait(TimeSpan.FromMinutes(5), CancellationToken.None);
            return Task.FromResult<IReadOnlyList<PaymentCheckResult>>([]);
        }

        public void Dispose() => _ended.Set();
    }

    /// <summary>A clock that records the requested waits, and whose ten-second timers fire after two seconds.</summary>
    private sealed class CountedTime : TimeProvider
    {
        private readonly System.Collections.Concurrent.ConcurrentBag<TimeSpan> _asked = [];

        public IReadOnlyCollection<TimeSpan> Asked => _asked;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _asked.Add(dueTime);
            return base.CreateTimer(callback, state, dueTime == TimeSpan.FromSeconds(10) ? dueTime / 5 : dueTime, period);
        }
    }
}
