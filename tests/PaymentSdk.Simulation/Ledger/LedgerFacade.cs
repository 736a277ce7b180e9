using PaymentSdk.Ledger;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>
/// The ledger as one life of one process sees it: every call is parked on the world, travels to the database and back, and may be
/// slow, refused, or lost in either direction. Data that a process sent before it died may still be written.
/// </summary>
internal sealed class LedgerFacade(World world, Life life, LedgerModel model, LedgerNetwork network) : ModelPort
{
    /// <summary>The name under which the process sends heartbeats; null until the first one.</summary>
    public string? Process { get; private set; }

    public override ValueTask<int> BeatAsync(string merchant, string process, TimeSpan within, CancellationToken cancellationToken)
    {
        Process = process;
        return base.BeatAsync(merchant, process, within, cancellationToken);
    }

    protected override ValueTask<T> CallAsync<T>(
        string operation, string subject, bool writes, Func<LedgerModel, T> work, Func<IOrderLedger, ValueTask<T>> twin, CancellationToken cancellationToken)
    {
        world.CheckThread();
        if (life.IsOverAt($"{operation}:unsent"))
            return new ValueTask<T>(Life.NeverAsync<T>());
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<T>(cancellationToken);
        var (asked, fault, chance) = network.Next(operation, subject, life.Name, writes);
        var call = new Call<T>(this, asked, fault, chance, () => Ask(operation, work, twin), cancellationToken);
        world.After(call.WayThere, world.Itself, call.Arrive);
        return new ValueTask<T>(call.Task);
    }

    protected override string SubjectOf(string merchant, OrderId orderId) => model.Row(merchant, orderId)?.Purchase.Purchase.PurchaseId.Value ?? "";

    private T Ask<T>(string operation, Func<LedgerModel, T> work, Func<IOrderLedger, ValueTask<T>> twin)
    {
        var result = work(model);
        network.Twin?.Compare(operation, result, twin);
        if (result is LedgerCommitResult committed)
            world.Note(life, $"{operation}: {committed}");
        return result;
    }

    /// <summary>One call to the database.</summary>
    private sealed class Call<T>
    {
        private static readonly TimeSpan Far = TimeSpan.FromMilliseconds(6);

        private readonly LedgerFacade _facade;
        private readonly LedgerCall _call;
        private readonly LedgerFault _fault;
        private readonly SimRandom _chance;
        private readonly Func<T> _work;
        private readonly TaskCompletionSource<T> _source = new();
        private readonly CancellationToken _token;
        private readonly CancellationTokenRegistration _registration;

        public Call(LedgerFacade facade, LedgerCall call, LedgerFault fault, SimRandom chance, Func<T> work, CancellationToken token)
        {
            (_facade, _call, _fault, _chance, _work, _token) = (facade, call, fault, chance, work, token);
            WayThere = chance.Between(TimeSpan.FromMilliseconds(1), Far);
            if (token.CanBeCanceled)
                _registration = token.UnsafeRegister(static call => ((Call<T>)call!).Cancel(), this);
        }

        public Task<T> Task => _source.Task;

        public TimeSpan WayThere { get; }

        private World World => _facade.World;

        private Life Life => _facade.Life;

        /// <summary>Executes the call in the database.</summary>
        public void Arrive()
        {
            // A read by a dead process is skipped. A write by one is executed or rolled back, with equal probability.
            if (Life.IsOver && (!_call.Writes || _chance.Chance(0.5)))
                return;
            if (_facade.Network.IsUnavailable)
            {
                Struck("away");
                Fail(nothingWritten: _chance.Chance(0.5), _chance.Between(TimeSpan.Zero, TimeSpan.FromSeconds(20)));
                return;
            }

            if (_fault.Kind != LedgerFaultKind.None)
                Struck(_fault.Name);
            switch (_fault.Kind)
            {
                case LedgerFaultKind.Refused:
                    Fail(nothingWritten: true, _fault.Time);
                    break;
                case LedgerFaultKind.InDoubt:
                    Fail(nothingWritten: false, _fault.Time);
                    break;
                case LedgerFaultKind.WrittenLater:
                    World.After(_fault.WrittenAfter, World.Itself, () => _work());
                    Fail(nothingWritten: false, _fault.Time);
                    break;
                case LedgerFaultKind.DataRefused when LedgerCommitResult.DataRefused is T refused:
                    Answer(() => _source.TrySetResult(refused), TimeSpan.Zero);
                    break;
                default:
                    Work();
                    break;
            }
        }

        private void Work()
        {
            var result = _work();
            if (Life.IsOverAt($"{_call.Operation}:unacknowledged"))
                return;
            if (_fault.Kind == LedgerFaultKind.Unacknowledged)
                Fail(nothingWritten: false, _fault.Time);
            else
                Answer(() => _source.TrySetResult(result), _fault.Time);
        }

        private void Struck(string kind)
        {
            World.Coverage.CountFault($"{_call.Operation}:{kind}");
            World.Tell(Life, $"ledger: {kind} in {_call.Operation} {_call.Subject}");
        }

        private void Fail(bool nothingWritten, TimeSpan after) =>
            Answer(() => _source.TrySetException(new LedgerException($"The database failed in {_call.Operation}.") { NothingWritten = nothingWritten }), after);

        private void Answer(Action complete, TimeSpan after)
        {
            _registration.Dispose();
            // Usually the caller continues in the same step; sometimes another event runs in between.
            if (after == TimeSpan.Zero && Life.PausedUntil <= World.Now && _chance.Below(4) > 0)
            {
                if (!Life.IsOver)
                    complete();
                return;
            }

            World.After(after == TimeSpan.Zero ? _chance.Between(TimeSpan.Zero, Far) : after, Life, complete);
        }

        private void Cancel()
        {
            if (!Life.IsOver)
                _source.TrySetCanceled(_token);
        }
    }

    private World World => world;

    private Life Life => life;

    private LedgerNetwork Network => network;
}
