using PaymentSdk.Simulation.Invariants;
using PaymentSdk.Simulation.Ledger;
using PaymentSdk.Simulation.Processes;
using PaymentSdk.Simulation.Provider;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Histories;

/// <summary>
/// One history: a shop with several processes, its buyers, its operators and its gateway, over about six days. Each action of a person is drawn
/// from the seed and the name of the action, so that one part can be left out without changing the others. Nothing fails in the last days of
/// the history, and at its end every row must be resolved.
/// </summary>
internal sealed class History
{
    private static readonly TimeSpan Busy = TimeSpan.FromHours(62);
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(76);

    private readonly World _world;
    private readonly HistoryKind _kind;
    private readonly GatewayModel _gateway;
    private readonly LedgerModel _ledger;
    private readonly Shop _shop;
    private readonly FaultPlans _faults;
    private readonly Hosts _hosts;
    private readonly Diary _diary;
    private readonly HistoryContext _context;
    private readonly Rules _rules;
    private readonly Dictionary<string, ShopKeeper> _keeperOf = new(StringComparer.Ordinal);
    private readonly SimRandom _random;
    private readonly SqliteTwin? _twin;
    private int _purchases;

    private History(ulong seed, HistoryOptions options)
    {
        var limits = options.IsHostile ? WorldLimits.Lifted : WorldLimits.Documented;
        _random = SimRandom.Named(seed, "history");
        _kind = HistoryKind.Draw(_random, options.Profile);
        // The history begins at any hour of the day, so that midnight comes at different points of different histories.
        var begin = new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero) + _random.Between(TimeSpan.Zero, TimeSpan.FromHours(24));
        _world = new World(seed, begin, new Parts(options.LeftOut)) { Trace = options.Trace };
        var processes = _random.Between(2, 4);
        var hasBudget = _kind.Crowd > 0 || _random.Chance(0.4);
        _gateway = new GatewayModel(_world, limits, GatewayProfile.Draw(_random, limits, processes));
        _ledger = new LedgerModel(_world);
        _faults = new FaultPlans(_world, _kind, limits);
        _shop = new Shop(_world, _ledger) { Settings = Hosts.Settings(hasBudget ? "https://api.tosspayments.com" : "https://gateway.test", Hosts.Secret(1)), Connect = _gateway.ConnectFrom };
        _hosts = new Hosts(_world, _shop, _gateway, _kind, _faults) { OneReconciles = _random.Chance(0.8) };
        _diary = new Diary(_world);
        _context = new HistoryContext(_world, _gateway, _hosts, new Callers(_world, _diary), _diary, _faults);
        _rules = new Rules(_world, _gateway, _ledger, _diary, _hosts, _shop, _faults);
        _rules.Watch.StateMoved = new LateMoney(_context, _kind).Ended;
        _twin = options.WithSqlite ? new SqliteTwin(_world) : null;
        _shop.Network.Twin = _twin?.Ledger;
        _gateway.Plan = _faults.OfWire;
        _gateway.Post.Plan = _faults.OfWebhook;
        _gateway.Post.Receiver = ReceiveAsync;
        _shop.Handle = HandleAsync;
        _shop.Handled = happened =>
        {
            _rules.OnEvent(happened);
            _keeperOf.GetValueOrDefault(happened.PurchaseId.Value)?.OnEvent(happened);
        };
        _world.Note(_world.Itself, $"{_kind.Name}, {processes} processes, {(hasBudget ? "100 requests a minute, " : "")}{_gateway.Profile.Describe()}");
        _hosts.Start(processes);
    }

    /// <summary>Runs the history of a seed.</summary>
    public static HistoryResult Run(ulong seed, HistoryOptions options)
    {
        var history = new History(seed, options);
        try
        {
            return history.Run();
        }
        finally
        {
            history._hosts.Dispose();
            history._twin?.Dispose();
        }
    }

    private HistoryResult Run()
    {
        PlanPurchases();
        PlanWorld();
        // Operators stop at least 26 hours before the end, so that their last decision can take effect, or the order can be listed again.
        var operators = new Operators(_context, _ledger, SimRandom.Named(_world.Seed, "operators")) { Until = _world.Began + (_random.Chance(0.5) ? Busy : Busy + Quiet - TimeSpan.FromHours(26)) };
        if (_random.Chance(0.8))
            _ = GuardAsync(operators.RunAsync);
        StepUntil(_world.Began + Busy);
        BecomeQuiet();
        StepUntil(_world.Began + Busy + Quiet);
        Task? end = null;
        _world.After(TimeSpan.Zero, _world.Itself, () => end = GuardAsync(() => new Ending(_context, _rules).RunAsync()));
        StepUntil(_world.Now + _gateway.Limits.ListLag + TimeSpan.FromHours(2));
        if (end is not { IsCompletedSuccessfully: true })
            throw new InvalidOperationException("The final steps of the history did not end.");
        return new HistoryResult
        {
            Seed = _world.Seed,
            Profile = _kind.Name,
            Purchases = _purchases,
            Violations = _diary.Violations,
            JournalHash = _world.Journal.ToString(),
            Length = _world.Now - _world.Began,
            Parts = _world.Parts.Happened,
            Coverage = _world.Coverage,
        };
    }

    private void PlanPurchases()
    {
        var count = _random.Between(_kind.LeastPurchases, _kind.MostPurchases);
        for (var number = 1; number <= count; number++)
        {
            var plan = PurchasePlans.Draw(_world.Seed, $"p{number:00}", _kind, _gateway.Limits);
            if (!_world.Parts.Has(plan.Name))
                continue;
            _purchases++;
            _faults.Draw(plan);
            var keeper = new ShopKeeper(_context, plan);
            _keeperOf[plan.Name] = keeper;
            _ = GuardAsync(new Buyer(_context, plan).RunAsync);
            keeper.Begin();
        }

        if (_kind.Crowd > 0)
            _purchases += new Crowd(_context, _ledger).Stand(_kind.Crowd, _random.Between(Crowd.Earliest, Crowd.Earliest + TimeSpan.FromMinutes(5)));
    }

    private void PlanWorld()
    {
        PlanOutages();
        for (var at = 0; at < _kind.Pauses; at++)
        {
            var (process, time) = (_random.Below(_hosts.Count), _random.Chance(0.7) ? _random.Between(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5)) : _random.Between(TimeSpan.FromMinutes(5), _gateway.Limits.Pause));
            Plan($"pause {at + 1}", _random.Between(TimeSpan.Zero, TimeSpan.FromHours(16)), () => _hosts.Pause(process, time));
        }

        if (_random.Chance(0.3))
        {
            var (process, skew) = (_random.Below(_hosts.Count), _random.Between(-_gateway.Limits.HostClock, _gateway.Limits.HostClock));
            Plan("clock", _random.Between(TimeSpan.Zero, TimeSpan.FromHours(20)), () => _hosts.SetClock(process, skew));
        }

        if (_random.Chance(_kind.LateMoney > 0 ? 0 : 0.15))
        {
            var (toOther, forgets, random) = (_random.Chance(0.3), _random.Chance(0.2), _random.Fork());
            Plan("secret", _random.Between(TimeSpan.FromMinutes(2), TimeSpan.FromHours(10)), () =>
            {
                if (toOther || forgets)
                    _rules.ChangeAccount(_world.Now);
                _hosts.Rotate(1, toOther, forgets, random);
            });
        }

        if (_random.Chance(0.25))
            Plan("reconcile now", _random.Between(TimeSpan.FromHours(1), TimeSpan.FromHours(40)), () => _ = GuardAsync(async () =>
            {
                if (_hosts.Pick(_random) is { } process)
                    await IgnoreFailureAsync(() => process.Reconciliation.ReconcileAsync(new ReconciliationRange(Ending.Day(_world.Now).AddDays(-2), Ending.Day(_world.Now).AddDays(1))));
            }));
        if (_random.Chance(0.15))
            Plan("purge now", _random.Between(TimeSpan.FromHours(1), TimeSpan.FromHours(60)), () => _ = GuardAsync(async () =>
            {
                if (_hosts.Pick(_random) is { } process)
                    await IgnoreFailureAsync(() => process.Retention.PurgeAsync());
            }));
    }

    private void PlanOutages()
    {
        for (var at = 1; at <= _kind.LedgerOutages; at++)
        {
            if (!_random.Chance(0.4))
                continue;
            var (from, length) = (SomeMoment(), _random.Chance(0.7) ? _random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40)) : _random.Between(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15)));
            Plan($"ledger away {at}", from, () =>
            {
                _shop.Network.UnavailableUntil = _world.Now + length;
                _rules.Calm.Disturb(_world.Now + length);
                _world.Tell(_world.Itself, $"the database is unavailable for {length}");
            });
        }

        for (var at = 1; at <= _kind.ApiOutages; at++)
        {
            if (!_random.Chance(0.25))
                continue;
            var from = _world.Began + SomeMoment();
            var until = from + (_random.Chance(0.7) ? _random.Between(TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(2)) : _random.Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(40)));
            var fault = _random.Pick(
                new WireFault(WireFaultKind.ConnectionRefused), new WireFault(WireFaultKind.Html502), new WireFault(WireFaultKind.Html502AfterWork),
                new WireFault(WireFaultKind.RequestLost), new WireFault(WireFaultKind.ClosedAfterWork), new WireFault(WireFaultKind.Status429));
            GatewayOperation? only = _random.Below(4) switch
            {
                0 => GatewayOperation.Get,
                1 => GatewayOperation.Cancel,
                _ => null,
            };
            _faults.Add(new Outage($"API away {at}", from, until, only, fault));
        }
    }

    /// <summary>Returns a time at which a purchase is probably in progress.</summary>
    private TimeSpan SomeMoment() => _random.Chance(0.8) ? _random.Between(TimeSpan.Zero, TimeSpan.FromHours(2.2)) : _random.Between(TimeSpan.Zero, TimeSpan.FromHours(30));

    private void Plan(string name, TimeSpan after, Action happen) => _world.After(after, _world.Itself, () =>
    {
        if (_world.Parts.Has(name))
            happen();
    });

    private void BecomeQuiet()
    {
        _faults.QuietFrom = _world.Now;
        _shop.Network.UnavailableUntil = DateTimeOffset.MinValue;
        foreach (var process in _hosts.Processes)
            process.Life.PausedUntil = DateTimeOffset.MinValue;
        _world.Note(_world.Itself, "from now on nothing fails");
    }

    private void StepUntil(DateTimeOffset end)
    {
        while (_world.Step(end))
        {
        }
    }

    /// <summary>Delivers a webhook to one of the processes.</summary>
    private async Task<bool> ReceiveAsync(byte[] body, string id)
    {
        if (_hosts.Pick(SimRandom.Named(_world.Seed, "webhook goes to", id)) is not { } process)
            return false;
        var taken = await process.Webhooks.ReceiveAsync(new Checkout.Notifications.ReceivedWebhook(body, id), CancellationToken.None);
        return taken is not (Checkout.Notifications.WebhookReceipt.Full or Checkout.Notifications.WebhookReceipt.HandlerFailed);
    }

    /// <summary>The shop's own handler, which sometimes fails and sometimes is slow.</summary>
    private async Task HandleAsync(ShopProcess process, OrderEvent happened)
    {
        if (_faults.IsQuiet)
            return;
        var random = SimRandom.Named(_world.Seed ^ (ulong)_rules.Deliveries(happened), "handler", happened.PurchaseId.Value, happened.Type.ToString());
        if (random.Chance(0.03) && _world.Parts.Has($"{happened.PurchaseId}: handler of {happened.Sequence} fails"))
            throw new InvalidOperationException("The shop's handler failed.");
        if (random.Chance(0.05))
            await _world.ParkAsync(random.Between(TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(50)), process.Life);
    }

    /// <summary>Runs an action of a person. An exception means that the simulator itself failed.</summary>
    private async Task GuardAsync(Func<Task> what)
    {
        try
        {
            await what();
        }
        catch (Exception failure)
        {
            _world.Fail(failure);
        }
    }

    private static async Task IgnoreFailureAsync(Func<Task> what)
    {
        try
        {
            await what();
        }
        catch (Exception failure) when (failure is LedgerException or PaymentException)
        {
            // The action is tried again on another day.
        }
    }
}
