using System.Net;
using System.Net.Http.Headers;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Provider;

/// <summary>One request, and its answer if there is one. Every wait is parked on the world.</summary>
internal sealed class Exchange(GatewayModel gateway, Life life, Send send, SimRandom random)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue Html = new("text/html");

    private readonly TaskCompletionSource<HttpResponseMessage> _answered = new();
    private readonly TimeSpan _up = random.Between(TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(30));
    private readonly TimeSpan _work = send.Operation.MovesMoney()
        ? random.Between(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(400))
        : random.Between(TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(30));
    private readonly TimeSpan _down = random.Between(TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(30));
    private readonly WireFault _fault = send.Fault;
    private CancellationTokenRegistration _registration;
    private CancellationToken _cancellation;

    private World World => gateway.World;

    public Task<HttpResponseMessage> RunAsync(CancellationToken cancellationToken)
    {
        if (life.IsOverAt($"wire {send.Operation.Name()}:before"))
            return _answered.Task;
        _cancellation = cancellationToken;
        if (cancellationToken.CanBeCanceled)
            _registration = cancellationToken.UnsafeRegister(static exchange => ((Exchange)exchange!).GiveUp(), this);
        if (_fault.Kind != WireFaultKind.None)
            World.Coverage.CountFault($"{send.Operation.Name()}:{_fault.Name}");
        if (_fault.IsBeforeSend)
        {
            World.After(_fault.Time + _up, life, () =>
            {
                gateway.NeverLeft(send);
                Fail(WireFailures.Of(_fault.Kind));
            });
            gateway.NeverLeft(send);
            return _answered.Task;
        }

        gateway.Leave(send);
        life.IsOverAt($"wire {send.Operation.Name()}:sent");
        if (_fault.Kind != WireFaultKind.RequestLost)
            World.After(_up, World.Itself, Arrive);
        if (_fault.Kind == WireFaultKind.Twice)
            World.After(_up + _fault.Time, World.Itself, () => Receive(_ => { }));
        return _answered.Task;
    }

    private void Arrive()
    {
        switch (_fault.Kind)
        {
            case WireFaultKind.ClosedBeforeWork or WireFaultKind.ResetBeforeWork:
                Deliver(null);
                break;
            case WireFaultKind.Html502:
                Deliver(Answer.BadGateway);
                break;
            default:
                Receive(Deliver);
                break;
        }
    }

    /// <summary>Checks the authentication and the idempotency key, then does the work.</summary>
    private void Receive(Action<Answer?> answer)
    {
        if (gateway.Accounts.Open(send.Secret, World.Now) is not { } merchantId)
        {
            answer(Answer.Error("UNAUTHORIZED_KEY"));
            return;
        }

        if (send.Key is null || !send.Operation.MovesMoney())
        {
            World.After(WorkTime, World.Itself, () => answer(Refused() ?? Done(merchantId)));
            return;
        }

        if (!gateway.Memory.TryBegin(send, World.Now, out var earlier))
        {
            answer(earlier ?? Answer.Error("IDEMPOTENT_REQUEST_PROCESSING"));
            return;
        }

        WorkOnce(merchantId, answer);
    }

    private void WorkOnce(string merchantId, Action<Answer?> answer)
    {
        if (Refused() is { } refused)
        {
            gateway.Memory.End(send, IsRemembered(refused) ? refused : null);
            answer(refused);
            return;
        }

        // The caller gets a failure or an error immediately, and the work continues.
        if (_fault.Kind is WireFaultKind.LateWork)
            answer(null);
        else if (_fault.Kind is WireFaultKind.LateWork500)
            answer(Answer.Error("FAILED_INTERNAL_SYSTEM_PROCESSING"));
        var payment = send.Operation is GatewayOperation.Confirm or GatewayOperation.BrandPayConfirm ? gateway.Find(send.PaymentKey ?? "") : null;
        if (payment is not null)
        {
            gateway.Age(payment);
            payment.InWork++;
        }

        World.After(WorkTime, World.Itself, () => EndWork(payment, merchantId, answer));
    }

    /// <summary>May cancel the payment at the dashboard while its answer is lost, so that a replayed answer is no longer true.</summary>
    private void MayBeCanceledAtOnce(GatewayPayment payment)
    {
        var chance = SimRandom.Named(World.Seed, payment.Key, "canceled at once");
        if (!chance.Chance(0.15) || !World.Parts.Has($"{send.Subject}: canceled at once"))
            return;
        World.After(chance.Between(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(450)), World.Itself, () =>
        {
            World.Note(World.Itself, $"{send.Subject}: an operator immediately cancels everything at the dashboard");
            gateway.CancelAtDashboard(payment, null, "관리자 취소");
        });
    }

    private void EndWork(GatewayPayment? payment, string merchantId, Action<Answer?> answer)
    {
        if (payment is not null)
            payment.InWork--;
        if (_fault.Kind == WireFaultKind.NeverWorked)
        {
            gateway.Memory.End(send, null);
            if (payment is not null)
                gateway.Age(payment);
            return;
        }

        var done = Done(merchantId);
        send.WorkedAt = World.Now;
        var said = _fault.Kind switch
        {
            WireFaultKind.Status500AfterWork => Answer.Error(_fault.Code ?? "FAILED_INTERNAL_SYSTEM_PROCESSING"),
            WireFaultKind.UnknownCodeAfterWork => Answer.Error(_fault.Code ?? "NEW_CODE_OF_2027"),
            _ => done,
        };
        gateway.Memory.End(send, IsRemembered(said) ? said : null);
        if (payment is { Latest.Status: PaymentStatuses.Done } && !_fault.IsHarmless)
            MayBeCanceledAtOnce(payment);
        if (_fault.Kind is not (WireFaultKind.LateWork or WireFaultKind.LateWork500))
            answer(said);
    }

    private Answer Done(string merchantId) => gateway.Work.Do(send, merchantId);

    /// <summary>Returns the error that replaces the work; null when the work is done.</summary>
    private Answer? Refused() => _fault.Kind switch
    {
        WireFaultKind.Status500 => Answer.Error(_fault.Code ?? "FAILED_INTERNAL_SYSTEM_PROCESSING"),
        WireFaultKind.Status429 => Answer.TooMany,
        WireFaultKind.TemporaryRefusal => Answer.Error(_fault.Code ?? "PROVIDER_ERROR"),
        WireFaultKind.UnknownCode => Answer.Error(_fault.Code ?? "NEW_CODE_OF_2027"),
        WireFaultKind.Refusal => Answer.Error(_fault.Code!),
        _ => null,
    };

    private bool IsRemembered(Answer answer) => answer.Status switch
    {
        >= 500 => gateway.Profile.Replays5xx,
        429 => gateway.Profile.Replays429,
        409 => false,
        _ => true,
    };

    private TimeSpan WorkTime => _fault.Kind is WireFaultKind.SlowBeforeWork or WireFaultKind.LateWork or WireFaultKind.LateWork500 or WireFaultKind.NeverWorked
        ? Max(_fault.Time - _up, TimeSpan.Zero)
        : _work;

    /// <summary>Delivers the answer. Null is a connection that ends without an answer.</summary>
    private void Deliver(Answer? answer)
    {
        switch (_fault.Kind)
        {
            case WireFaultKind.SilentAfterWork or WireFaultKind.NeverWorked:
                return;
            case WireFaultKind.ClosedBeforeWork or WireFaultKind.ResetBeforeWork or WireFaultKind.ClosedAfterWork or WireFaultKind.ResetAfterWork or WireFaultKind.Garbage or WireFaultKind.LateWork:
                World.After(_down, life, () => Fail(WireFailures.Of(_fault.Kind)));
                return;
            case WireFaultKind.SlowAfterWork:
                World.After(_down + _fault.Time, life, () => Hand(answer!));
                return;
            default:
                World.After(_down, life, () => Hand(Altered(answer!)));
                return;
        }
    }

    private Answer Altered(Answer answer) => _fault.Kind switch
    {
        WireFaultKind.Html502AfterWork => Answer.BadGateway,
        WireFaultKind.WrongPayment or WireFaultKind.WrongAmount or WireFaultKind.Contradiction or WireFaultKind.DirtyText when answer.Status == 200 =>
            AlteredAnswers.Of(answer, _fault.Kind),
        _ => answer,
    };

    private void Hand(Answer answer)
    {
        if (_answered.Task.IsCompleted || life.IsOverAt($"wire {send.Operation.Name()}:answered"))
            return;
        _registration.Dispose();
        HttpContent content = _fault.Kind switch
        {
            WireFaultKind.HalfBody => new BrokenContent(answer.Body, stalls: false),
            WireFaultKind.StalledBody => new BrokenContent(answer.Body, stalls: true),
            _ => new ByteArrayContent(answer.Body),
        };
        var isWhole = _fault.Kind is not (WireFaultKind.HalfBody or WireFaultKind.StalledBody);
        content.Headers.ContentType = answer.IsJson ? Json : Html;
        if (isWhole)
            (send.AnsweredStatus, send.AnsweredCode) = (answer.Status, answer.Code);
        End(isWhole ? $"{answer.Status} {answer.Code ?? send.AnsweredPayment}" : "half an answer");
        _answered.TrySetResult(new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            Content = content,
            Headers = { { "x-tosspayments-trace-id", $"trace-{send.Number}" } },
        });
    }

    private void Fail(Exception failure)
    {
        if (_answered.Task.IsCompleted)
            return;
        _registration.Dispose();
        End(failure is HttpRequestException { HttpRequestError: var error } ? error.ToString() : failure.GetType().Name);
        _answered.TrySetException(failure);
    }

    private void GiveUp()
    {
        if (life.IsOver || _answered.Task.IsCompleted)
            return;
        World.CheckThread();
        End("no answer in time");
        _answered.TrySetCanceled(_cancellation);
    }

    private void End(string what)
    {
        send.EndedAt = World.Now;
        if (World.Trace is not null)
            World.Tell(life, $"receives #{send.Number} {send.Operation.Name()}: {what}");
        gateway.Ended(send);
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

/// <summary>The content of an answer that ends or stalls halfway.</summary>
internal sealed class BrokenContent(byte[] body, bool stalls) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        stream.Write(body.AsSpan(0, body.Length / 2));
        if (!stalls)
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
        var forEver = new TaskCompletionSource();
        cancellationToken.UnsafeRegister(_ => forEver.TrySetCanceled(cancellationToken), null);
        return forEver.Task;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
