namespace PaymentSdk.Simulation.Provider;

/// <summary>What goes wrong with one request.</summary>
internal enum WireFaultKind
{
    None,

    // Nothing leaves.
    ConnectionRefused,
    NameNotFound,
    ProxyRefused,
    TlsRefused,

    // It leaves and is not worked on.
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

    // It is worked on, and the answer tells nothing or something else.
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

    // Time.
    SlowBeforeWork,
    SlowAfterWork,
    LateWork,
    LateWork500,

    // It arrives twice.
    Twice,
}

/// <summary>One planned fault.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Time">How long it takes, where it takes time.</param>
/// <param name="Code">The error code, where it has one.</param>
internal sealed record WireFault(WireFaultKind Kind, TimeSpan Time = default, string? Code = null)
{
    public static WireFault None { get; } = new(WireFaultKind.None);

    /// <summary>Its name in stories and coverage.</summary>
    public string Name { get; } = Kebab(Kind.ToString());

    /// <summary>Whether the request does not leave the process.</summary>
    public bool IsBeforeSend => Kind is >= WireFaultKind.ConnectionRefused and <= WireFaultKind.TlsRefused;

    /// <summary>Whether the caller gets the answer that the gateway gives, in time that a caller waits.</summary>
    public bool IsHarmless => Kind is WireFaultKind.None or WireFaultKind.Twice || (Kind is WireFaultKind.SlowBeforeWork or WireFaultKind.SlowAfterWork && Time < TimeSpan.FromSeconds(8));

    private static string Kebab(string words) =>
        string.Concat(words.Select((letter, place) => char.IsUpper(letter) && place > 0 ? "-" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}

/// <summary>A request, as faults are planned for it.</summary>
/// <param name="Operation">What it asks for.</param>
/// <param name="Subject">Whom it is about: the name that the history gave the payment; empty when it is about none.</param>
/// <param name="Nth">The how manieth of this operation about this subject, from 1.</param>
/// <param name="Process">The process it comes from.</param>
internal readonly record struct GatewayCall(GatewayOperation Operation, string Subject, int Nth, int Process);
