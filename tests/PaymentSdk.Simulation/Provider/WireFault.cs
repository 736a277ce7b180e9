namespace PaymentSdk.Simulation.Provider;

/// <summary>The fault of one request.</summary>
internal enum WireFaultKind
{
    None,

    // The request does not leave.
    ConnectionRefused,
    NameNotFound,
    ProxyRefused,
    TlsRefused,

    // The request leaves and is not processed.
    RequestLost,
    ClosedBeforeWork,
    ResetBeforeWork,
    Status500,
    Html502,
    Status429,
    TemporaryRefusal,
    Refusal,
    UnknownCode,
    NeverWorked,

    // The request is processed, and the answer is lost or wrong.
    ClosedAfterWork,
    ResetAfterWork,
    SilentAfterWork,
    HalfBody,
    StalledBody,
    Garbage,
    Status500AfterWork,
    Html502AfterWork,
    UnknownCodeAfterWork,
    WrongPayment,
    WrongAmount,
    Contradiction,
    DirtyText,

    // The request or its answer is slow.
    SlowBeforeWork,
    SlowAfterWork,
    LateWork,
    LateWork500,

    // The request arrives twice.
    Twice,
}

/// <summary>One planned fault.</summary>
/// <param name="Kind">The kind of fault.</param>
/// <param name="Time">The delay, for kinds that have one.</param>
/// <param name="Code">The error code, for kinds that have one.</param>
internal sealed record WireFault(WireFaultKind Kind, TimeSpan Time = default, string? Code = null)
{
    public static WireFault None { get; } = new(WireFaultKind.None);

    /// <summary>The name of the fault in traces and coverage.</summary>
    public string Name { get; } = Kebab(Kind.ToString());

    /// <summary>Whether the request does not leave the process.</summary>
    public bool IsBeforeSend => Kind is >= WireFaultKind.ConnectionRefused and <= WireFaultKind.TlsRefused;

    /// <summary>Whether the caller still gets the gateway's answer before it stops waiting.</summary>
    public bool IsHarmless => Kind is WireFaultKind.None or WireFaultKind.Twice || (Kind is WireFaultKind.SlowBeforeWork or WireFaultKind.SlowAfterWork && Time < TimeSpan.FromSeconds(8));

    private static string Kebab(string words) =>
        string.Concat(words.Select((letter, place) => char.IsUpper(letter) && place > 0 ? "-" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}

/// <summary>A request, as the plan of faults identifies it.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Subject">The name that the history gave the payment; empty when the request is not about a payment.</param>
/// <param name="Nth">The number of this request among those of the same operation and subject, from 1.</param>
/// <param name="Process">The number of the sending process.</param>
internal readonly record struct GatewayCall(GatewayOperation Operation, string Subject, int Nth, int Process);
