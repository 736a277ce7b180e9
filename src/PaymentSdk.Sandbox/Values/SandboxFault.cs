namespace PaymentSdk.Sandbox;

/// <summary>Something that the gateway is to do wrong. Faults strike in the order in which they were armed, one per request.</summary>
/// <param name="Operation">Where it strikes.</param>
/// <param name="Kind">What goes wrong.</param>
public sealed record SandboxFault(SandboxOperation Operation, SandboxFaultKind Kind)
{
    /// <summary>How many requests it strikes, 1 or more; null (default) strikes until the faults are cleared.</summary>
    public int? Count { get; init; }

    /// <summary>How likely it strikes a request, from 0 to 1. Default 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>How long the kinds with a delay wait, in real time whatever the gateway's clock does. Default 2 s.</summary>
    public TimeSpan? Delay { get; init; }
}
