namespace PaymentSdk.Sandbox;

/// <summary>
/// A fault that the gateway injects. Faults apply in the order in which they were armed, at most one to each request and one to each webhook.
/// </summary>
/// <param name="Operation">The operation that the fault affects.</param>
/// <param name="Kind">The kind of the fault.</param>
public sealed record SandboxFault(SandboxOperation Operation, SandboxFaultKind Kind)
{
    /// <summary>The number of requests that the fault affects, 1 or more. If null (default), it applies until the faults are cleared.</summary>
    public int? Count { get; init; }

    /// <summary>The probability that the fault affects a request, from 0 to 1. Default 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>
    /// The delay of kinds that have one, at most one hour. It is real time, except for webhooks. Default 2 s, unless the kind has another default.
    /// </summary>
    public TimeSpan? Delay { get; init; }
}
