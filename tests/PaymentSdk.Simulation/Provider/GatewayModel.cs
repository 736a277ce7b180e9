using System.Globalization;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Provider;

/// <summary>
/// The payment API in memory. It behaves as documented, and each history chooses what the documentation leaves open. It records every money
/// movement and every request that left a process; the invariants compare the product with these records.
/// </summary>
internal sealed class GatewayModel
{
    private readonly List<GatewayPayment> _payments = [];
    private readonly Dictionary<string, GatewayPayment> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<GatewayPayment>> _byOrder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PaymentPlan> _charges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<(GatewayOperation, string), int> _counts = [];
    private long _sends;
    private long _reads;

    public GatewayModel(World world, WorldLimits limits, GatewayProfile? profile = null)
    {
        (World, Limits, Profile) = (world, limits, profile ?? new GatewayProfile());
        Cancels = new Cancels(this);
        Work = new GatewayWork(this);
        Post = new PostOffice(this);
    }

    public World World { get; }

    public WorldLimits Limits { get; }

    public GatewayProfile Profile { get; }

    public GatewayAccounts Accounts { get; } = new();

    public KeyMemory Memory { get; } = new();

    public Cancels Cancels { get; }

    public GatewayWork Work { get; }

    public PostOffice Post { get; }

    /// <summary>Returns the fault of a request.</summary>
    public Func<GatewayCall, WireFault> Plan { get; set; } = _ => WireFault.None;

    /// <summary>Called when a request leaves a process.</summary>
    public Action<Send> Sent { get; set; } = _ => { };

    /// <summary>Called when the caller of a request gets an answer or a failure.</summary>
    public Action<Send> Ended { get; set; } = _ => { };

    /// <summary>Called when a request cannot leave, and again when its caller gets the failure.</summary>
    public Action<Send> NeverLeft { get; set; } = _ => { };

    /// <summary>Called when a payment has changed.</summary>
    public Action<GatewayPayment> Moved { get; set; } = _ => { };

    /// <summary>Every payment, in the order of creation.</summary>
    public IReadOnlyList<GatewayPayment> Payments => _payments;

    /// <summary>Returns the primary handler of a process, whose name is <c>shop-</c> followed by its number.</summary>
    public HttpMessageHandler ConnectFrom(Life life) => new GatewayConnection(this, life, life.Name[5] - '0');

    public GatewayPayment? Find(string paymentKey) => _byKey.GetValueOrDefault(paymentKey);

    /// <summary>
    /// Returns the newest or the confirmed payment of an order id. The API does not document which of several it shows
    /// (docs/spec/payment-api.md appendix C).
    /// </summary>
    public GatewayPayment? OfOrder(string orderId) => _byOrder.GetValueOrDefault(orderId) is { } payments
        ? Profile.ShowsNewestOfOrder ? payments[^1] : payments.Find(payment => payment.Latest.IsConfirmed) ?? payments[^1]
        : null;

    public IReadOnlyList<GatewayPayment> AllOfOrder(string orderId) => _byOrder.GetValueOrDefault(orderId) ?? [];

    public bool IsOrderIdUsed(string orderId, string merchantId) =>
        _byOrder.TryGetValue(orderId, out var payments) && payments.Exists(payment => payment.MerchantId == merchantId && payment.Latest.IsConfirmed);

    /// <summary>Opens the window for a buyer, and returns a payment in READY.</summary>
    public GatewayPayment OpenWindow(PaymentPlan plan, string merchantId) => Add(plan, merchantId);

    /// <summary>Authenticates the payment: READY becomes IN_PROGRESS. Returns false when the window has expired.</summary>
    public bool Authenticate(GatewayPayment payment)
    {
        if (payment.Latest.Status != PaymentStatuses.Ready)
            return false;
        payment.AuthenticatedAt = World.Now;
        Move(payment, payment.Latest with { Status = PaymentStatuses.InProgress });
        World.After(WorldLimits.Session + TimeSpan.FromMilliseconds(1), World.Itself, () => Age(payment));
        return true;
    }

    /// <summary>Cancels a payment as an operator does at the provider's dashboard. Returns false when it cannot be canceled.</summary>
    public bool CancelAtDashboard(GatewayPayment payment, decimal? amount, string reason)
    {
        if (Cancels.Refuse(payment, new RequestFields { CancelAmount = amount }, atDashboard: true) is not null)
            return false;
        Cancels.Cancel(payment, amount, reason, send: null);
        return true;
    }

    /// <summary>Refunds the buyer outside the gateway.</summary>
    public static void PayBackByHand(GatewayPayment payment, decimal amount)
    {
        payment.PaidBackByHand += amount;
        payment.Count();
    }

    /// <summary>Plans the result of charges without a window, by their billing key or card number.</summary>
    public void ExpectCharge(string token, PaymentPlan plan) => _charges[token] = plan;

    public PaymentPlan PlanCharge(Send send) => _charges[Token(send)];

    public GatewayPayment Add(PaymentPlan plan, string merchantId)
    {
        if (!_byOrder.TryGetValue(plan.OrderId, out var same))
            _byOrder[plan.OrderId] = same = [];
        var payment = new GatewayPayment($"pay_{plan.Subject}_{same.Count + 1}_{plan.OrderId[^8..]}", merchantId, plan, World.Now);
        _payments.Add(payment);
        _byKey[payment.Key] = payment;
        _subjects[plan.OrderId] = plan.Subject;
        same.Add(payment);
        return payment;
    }

    /// <summary>Gives a payment a new version, and notifies the observers and the shop.</summary>
    public void Move(GatewayPayment payment, PaymentVersion version, Cancellation? decided = null)
    {
        var before = payment.Latest;
        payment.Show(version with { Since = World.Now });
        payment.Count();
        if (World.Trace is not null)
            World.Tell(World.Itself, $"gateway: {payment.Plan.Subject} {before.Status} → {version.Status}, balance {version.Balance}, kept {payment.Kept}");
        Moved(payment);
        Post.Notify(payment, before, payment.Latest, decided);
    }

    /// <summary>Expires a payment whose time has run out, unless a confirm of it is in progress.</summary>
    public void Age(GatewayPayment payment)
    {
        var version = payment.Latest;
        var isOver = version.Status switch
        {
            PaymentStatuses.Ready => World.Now > payment.RequestedAt + WorldLimits.Window,
            PaymentStatuses.InProgress => payment.InWork == 0 && World.Now > payment.AuthenticatedAt + WorldLimits.Session,
            _ => false,
        };
        if (isOver)
            Move(payment, version with { Status = PaymentStatuses.Expired, FailureCode = "EXPIRED_PAYMENT" });
        else if (version is { Status: PaymentStatuses.WaitingForDeposit, IsOverdue: false, DueDate: { } due } && World.Now > due)
            payment.Show(version with { Since = due, IsOverdue = true });
    }

    public TimeSpan LagOf(Send send) => Profile.Lag.At(send.Process, World.Now, ++_reads);

    public string NewTransactionKey(GatewayPayment payment) => $"txn_{payment.Key}_{payment.Versions.Count}";

    /// <summary>Returns the rows of the transactions list for a URL.</summary>
    public byte[] ListTransactions(string url, string merchantId)
    {
        var asked = TransactionsAsked.Read(url);
        var until = World.Now - Profile.ListLag;
        var rows = _payments
            .Where(payment => payment.MerchantId == merchantId)
            .SelectMany(payment => payment.Executions.Select(execution => (payment, execution)))
            .Where(row => row.execution.At >= asked.From && row.execution.At <= asked.Until && row.execution.At <= until)
            .OrderBy(row => row.execution.At).ThenBy(row => row.execution.TransactionKey, StringComparer.Ordinal)
            .ToList();
        var begin = asked.After is { } after ? rows.FindIndex(row => row.execution.TransactionKey == after) + 1 : 0;
        return PaymentText.Transactions(rows.Skip(begin).Take(asked.Limit), Profile.ListsNegative);
    }

    /// <summary>Counts the next request of an operation about a subject, and returns it with its planned fault.</summary>
    public (GatewayCall Call, WireFault Fault) Next(GatewayOperation operation, string subject, int process)
    {
        _counts.TryGetValue((operation, subject), out var count);
        _counts[(operation, subject)] = ++count;
        var call = new GatewayCall(operation, subject, count, process);
        return (call, Plan(call));
    }

    public string SubjectOf(GatewayOperation operation, string? paymentKey, string? orderId, string? token) => operation switch
    {
        GatewayOperation.BillingApprove or GatewayOperation.KeyIn => token is not null && _charges.TryGetValue(token, out var plan) ? plan.Subject : "",
        GatewayOperation.GetByOrderId => _subjects.GetValueOrDefault(orderId ?? "") ?? "",
        _ => Find(paymentKey ?? "")?.Plan.Subject ?? "",
    };

    /// <summary>Records that a request has left.</summary>
    public void Leave(Send send)
    {
        if (send.OrderId is { } orderId && send.Operation is GatewayOperation.BillingApprove or GatewayOperation.KeyIn)
            _subjects[orderId!] = send.Subject;
        if (World.Trace is not null)
            World.Tell(send.From, $"sends {send.Operation.Name()} {send.Subject} (#{send.Number}{(send.Amount is { } amount ? $", {amount}" : "")}{(send.RefundableAmount is { } left ? $" of {left}" : "")}{(send.Key is { } key ? $", key {key[..Math.Min(8, key.Length)]}" : "")}){(send.Fault.Kind == WireFaultKind.None ? "" : ", " + send.Fault.Name)}");
        Sent(send);
    }

    public long NextNumber() => ++_sends;

    /// <summary>Returns the random number generator of one request, which no other request uses.</summary>
    public SimRandom ChanceOf(GatewayCall call) =>
        SimRandom.Named(World.Seed ^ ((ulong)call.Nth * 0x9E3779B97F4A7C15UL), call.Operation.Name(), call.Subject);

    public static string Token(Send send) => send.Operation == GatewayOperation.BillingApprove
        ? Uri.UnescapeDataString(send.Url[(send.Url.LastIndexOf('/') + 1)..])
        : send.Fields.CardNumber ?? "";
}

/// <summary>The parameters of a query of the transactions list.</summary>
internal sealed record TransactionsAsked(DateTimeOffset From, DateTimeOffset Until, string? After, int Limit)
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    public static TransactionsAsked Read(string url)
    {
        var asked = new TransactionsAsked(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, null, 100);
        var begin = url.IndexOf('?', StringComparison.Ordinal);
        foreach (var pair in begin < 0 ? [] : url[(begin + 1)..].Split('&'))
        {
            var parts = pair.Split('=', 2);
            var value = Uri.UnescapeDataString(parts[^1]);
            asked = parts[0] switch
            {
                "startDate" => asked with { From = Time(value) },
                "endDate" => asked with { Until = Time(value) },
                "startingAfter" => asked with { After = value },
                "limit" => asked with { Limit = int.Parse(value, CultureInfo.InvariantCulture) },
                _ => asked,
            };
        }

        return asked;
    }

    private static DateTimeOffset Time(string text) => new(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None), Korea);
}
