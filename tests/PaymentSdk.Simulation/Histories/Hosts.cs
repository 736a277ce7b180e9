using PaymentSdk.Configuration;
using PaymentSdk.Simulation.Processes;
using PaymentSdk.Simulation.Provider;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Histories;

/// <summary>The machines of the shop: their processes crash, restart and pause, and their clocks are wrong.</summary>
internal sealed class Hosts(World world, Shop shop, GatewayModel gateway, HistoryKind kind, FaultPlans faults) : IDisposable
{
    private const int MostCrashes = 8;

    private readonly List<ShopProcess> _all = [];
    private readonly Dictionary<string, int> _passed = new(StringComparer.Ordinal);
    private ShopProcess[] _processes = [];
    private int[] _lives = [];
    private int _crashes;
    private int _pauses;

    public int Count => _processes.Length;

    /// <summary>The current processes, including dead ones.</summary>
    public IReadOnlyList<ShopProcess> Processes => _processes;

    /// <summary>The merchant account of the shop's newest secret key.</summary>
    public string MerchantId { get; private set; } = "mid-a";

    /// <summary>Whether only the first process reconciles every day.</summary>
    public bool OneReconciles { get; init; }

    /// <summary>The time since which at least one process has been running.</summary>
    public DateTimeOffset RunningSince { get; private set; }

    /// <summary>Called when a process has died or is paused.</summary>
    public Action<ShopProcess> Disturbed { get; set; } = _ => { };

    public void Start(int count)
    {
        gateway.Accounts.Issue(Secret(1), "mid-a");
        (_processes, _lives) = (new ShopProcess[count], new int[count]);
        for (var at = 0; at < count; at++)
            Begin(at);
    }

    /// <summary>Returns a process that is alive and not paused, drawn at random; null when there is none.</summary>
    public ShopProcess? Pick(SimRandom random)
    {
        var first = random.Below(_processes.Length);
        for (var at = 0; at < _processes.Length; at++)
        {
            var process = _processes[(first + at) % _processes.Length];
            if (process.IsAlive && process.Life.PausedUntil <= world.Now)
                return process;
        }

        return null;
    }

    /// <summary>Gives the shop a new secret key, of the same merchant account or of another one.</summary>
    public void Rotate(int number, bool toOtherAccount, bool forgetsOld, SimRandom random)
    {
        var (old, next) = (Secret(number), Secret(number + 1));
        MerchantId = toOtherAccount ? "mid-b" : MerchantId;
        gateway.Accounts.Issue(next, MerchantId);
        if (!toOtherAccount)
            gateway.Accounts.Replace(old, world.Now);
        shop.Settings = Settings(shop.Settings.ApiBaseAddress.AbsoluteUri, next, forgetsOld ? [] : [old]);
        world.Note(world.Itself, $"the shop gets another secret key{(toOtherAccount ? ", of another account" : "")}{(forgetsOld ? ", and forgets the old one" : "")}");
        foreach (var process in _processes)
        {
            // The processes do not reload at the same moment.
            world.After(random.Between(TimeSpan.Zero, TimeSpan.FromMinutes(2)), world.Itself, () =>
            {
                if (process.IsAlive)
                    process.Settings = shop.Settings with { Reconciliation = process.Settings.Reconciliation };
            });
        }
    }

    public void Pause(int at, TimeSpan time)
    {
        if (faults.IsQuiet || !_processes[at].IsAlive)
            return;
        Pause(_processes[at], time);
    }

    public void SetClock(int at, TimeSpan skew)
    {
        _processes[at].ClockSkew = skew;
        world.Note(_processes[at].Life, $"the clock is now wrong by {skew}");
    }

    public void Dispose()
    {
        foreach (var process in _all)
            process.Dispose();
    }

    private void Begin(int at)
    {
        var life = ++_lives[at];
        var process = shop.Process(life == 1 ? $"shop-{at}" : $"shop-{at}.{life}");
        _all.Add(process);
        var random = SimRandom.Named(world.Seed, process.Name, "host");
        process.ClockSkew = random.Chance(0.4) ? TimeSpan.Zero : random.Between(-gateway.Limits.HostClock, gateway.Limits.HostClock);
        process.Life.DiesAt = point => Dies(process, point);
        var ended = process.Life.Ended;
        process.Life.Ended = where =>
        {
            ended?.Invoke(where);
            Disturbed(process);
            CountRunning();
            var away = random.Chance(0.6) ? random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20)) : random.Between(TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(30));
            world.After(away, world.Itself, () => Begin(at));
        };
        // Every process may reconcile; in most shops only one does.
        if (at > 0 && OneReconciles)
            process.Settings = process.Settings with { Reconciliation = process.Settings.Reconciliation with { Enabled = false } };
        _processes[at] = process;
        RunningSince = RunningSince > world.Now ? world.Now : RunningSince;
        process.Start();
    }

    private void Pause(ShopProcess process, TimeSpan time)
    {
        process.Pause(time);
        Disturbed(process);
        CountRunning();
    }

    private void CountRunning()
    {
        var next = DateTimeOffset.MaxValue;
        foreach (var process in _processes)
        {
            if (process is { IsAlive: true })
                next = process.Life.PausedUntil < next ? process.Life.PausedUntil : next;
        }

        if (next > world.Now)
            RunningSince = next;
    }

    /// <summary>
    /// Decides at every await of a process whether the process crashes there. The first pass of a point is more likely to end the process than
    /// later passes, so that every point gets its crashes. Some processes are paused there instead, some of them for longer than their lease.
    /// </summary>
    private bool Dies(ShopProcess process, string point)
    {
        if (faults.IsQuiet)
            return false;
        _passed.TryGetValue(point, out var passed);
        _passed[point] = ++passed;
        var random = SimRandom.Named(world.Seed ^ ((ulong)passed * 0xA24BAED4963EE407UL), "point", point);
        var probability = kind.Crashes / Math.Min(passed, 60);
        if (_crashes < MostCrashes && random.Chance(probability) && world.Parts.Has($"crash at {point} {passed}"))
        {
            _crashes++;
            return true;
        }

        if (_pauses < kind.Pauses && random.Chance(probability / 2) && world.Parts.Has($"pause at {point} {passed}"))
        {
            _pauses++;
            Pause(process, random.Chance(0.6) ? random.Between(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(4)) : random.Between(TimeSpan.FromMinutes(2), gateway.Limits.Pause));
        }

        return false;
    }

    public static string Secret(int number) => $"test_sk_{number}";

    /// <summary>Returns the settings of the shop. At the provider's own host, test keys have a budget of 100 requests per minute.</summary>
    public static PaymentSettings Settings(string address, string secret, params string[] previous) => ShopSettings.Compile("", options =>
    {
        options.ApiBaseAddress = address.TrimEnd('/');
        options.SecretKey = secret;
        options.ClientKey = "test_ck_1";
        foreach (var old in previous)
            options.PreviousSecretKeys.Add(old);
    });
}
