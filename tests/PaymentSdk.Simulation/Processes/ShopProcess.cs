using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Checkout.Events;
using PaymentSdk.Checkout.Notifications;
using PaymentSdk.Checkout.Reconciliation;
using PaymentSdk.Checkout.Recovery;
using PaymentSdk.Configuration;
using PaymentSdk.Runtime;
using PaymentSdk.Simulation.Ledger;
using PaymentSdk.Simulation.Runtime;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Processes;

/// <summary>
/// One life of one process of the shop: the real services of the product over the world's clock, ledger and wire. It ends with a
/// crash, and its successor shares none of its memory.
/// </summary>
internal sealed class ShopProcess : IDisposable
{
    private readonly Shop _shop;
    private readonly SimTimeProvider _time;
    private readonly SimRuntime _runtime;
    private readonly ShopSettings _settings;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ServiceProvider _services;
    private readonly IReadOnlyList<IHostedService> _hosted;

    /// <param name="shop">The shop.</param>
    /// <param name="name">The name; each life has a unique name, from which its random numbers are drawn.</param>
    public ShopProcess(Shop shop, string name)
    {
        (_shop, Name) = (shop, name);
        var world = shop.World;
        Life = new Life(name) { Ended = Ended };
        _time = new SimTimeProvider(world, Life);
        _runtime = new SimRuntime(world, Life, _time, SimRandom.Named(world.Seed, "process", name));
        _settings = new ShopSettings(shop.Settings);
        shop.Ledger.Changed += _runtime.RunPolls;
        Ledger = new LedgerFacade(world, Life, shop.Ledger, shop.Network);
        _services = ShopServices.Build(this, shop, _runtime, _settings, new ProcessWire(world, Life, shop.Connect(Life)));
        _hosted = [.. _services.GetServices<IHostedService>()];
        Checkout = Of<ICheckout>();
        Refunds = Of<IRefunds>();
        Charges = Of<ICharges>();
        Reviews = Of<IPaymentReviews>();
        Reconciliation = Of<IReconciliation>();
        Retention = Of<IRetention>();
        Events = Of<IOrderEvents>();
        Webhooks = Of<WebhookReceiver>();
        Client = Of<IPaymentClient>();
    }

    public string Name { get; }

    public Life Life { get; }

    public ICheckout Checkout { get; }

    public IRefunds Refunds { get; }

    public ICharges Charges { get; }

    public IPaymentReviews Reviews { get; }

    public IReconciliation Reconciliation { get; }

    public IRetention Retention { get; }

    public IOrderEvents Events { get; }

    public WebhookReceiver Webhooks { get; }

    public IPaymentClient Client { get; }

    public LedgerFacade Ledger { get; }

    /// <summary>Whether the process can be called: it has not crashed.</summary>
    public bool IsAlive => !Life.IsOver;

    /// <summary>Whether at least one of its workers has no work, so that the rounds of that worker are skipped.</summary>
    public bool IsIdle => _runtime.IsIdle;

    /// <summary>How far the clock of its host is ahead of true time.</summary>
    public TimeSpan ClockSkew
    {
        get => _time.Skew;
        set
        {
            _time.Skew = value;
            _runtime.RunPolls();
        }
    }

    /// <summary>The current settings; setting them is a reload.</summary>
    public PaymentSettings Settings
    {
        get => _settings.Current;
        set => _settings.Current = value;
    }

    /// <summary>Starts its workers.</summary>
    public void Start()
    {
        _shop.World.Note(Life, "starts");
        foreach (var worker in _hosted.OfType<Worker>())
            Start(worker);
    }

    /// <summary>Pauses the process for a time, as a suspended virtual machine does.</summary>
    public void Pause(TimeSpan time)
    {
        _shop.World.Note(Life, $"pauses for {time}");
        var until = _shop.World.Now + time;
        Life.PausedUntil = until > Life.PausedUntil ? until : Life.PausedUntil;
    }

    /// <summary>Ends the life of the process and releases its metrics. No code of the shop runs.</summary>
    public void Dispose()
    {
        Life.Ended = null;
        Life.End();
        _shop.Ledger.Changed -= _runtime.RunPolls;
        // Only the hosted services are disposed, because they own gauges of a meter that the whole test process shares. Disposing the other
        // services would wait for calls that a crash has abandoned.
        foreach (var service in _hosted.OfType<IDisposable>())
            service.Dispose();
    }

    private void Start(Worker worker)
    {
        // The runtime recognizes the worker's waits by this separate token.
        var token = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token).Token;
        Func<DateTimeOffset?>? nextWork = worker switch
        {
            RecoveryWorker => () => _shop.Ledger.NextClaim,
            EventWorker => () => _shop.Ledger.NextEvent,
            InboxWorker => () => _shop.Ledger.NextMessage,
            DailyWorker => NextDaily,
            _ => null,
        };
        if (nextWork is not null)
            _runtime.SkipIdleRounds(nextWork, token);
        _ = RunAsync(worker, token);
    }

    /// <summary>
    /// Returns the true time that is five minutes before the next daily work by the host's clock, because the worker checks the clock again shortly
    /// before it.
    /// </summary>
    private DateTimeOffset? NextDaily()
    {
        var (now, settings) = (_time.GetUtcNow(), Settings);
        var plans = new[] { new DailyPlan(true, settings.Reconciliation.TimeOfDay), new DailyPlan(true, settings.Retention.TimeOfDay) };
        return plans.Min(plan => plan.After(now)) - ClockSkew - TimeSpan.FromMinutes(5);
    }

    private async Task RunAsync(Worker worker, CancellationToken token)
    {
        await _shop.World.ParkAsync(TimeSpan.Zero, Life);
        try
        {
            await worker.RunAsync(token);
        }
        catch (Exception failure)
        {
            _shop.World.Fail(new InvalidOperationException($"{worker.GetType().Name} ended.", failure));
        }
    }

    private void Ended(string where)
    {
        _shop.World.Coverage.CountCrash(where);
        _shop.World.Note(Life, $"crashes at {where}");
    }

    private TService Of<TService>()
        where TService : notnull => _services.GetRequiredKeyedService<TService>(_shop.Merchant);
}
