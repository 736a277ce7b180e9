namespace PaymentSdk.Sandbox.Faults;

/// <summary>
/// Arms and clears faults. The fault plan stores the faults that affect requests or webhooks. A fault that refuses connections is not stored;
/// <see cref="RefuseConnectionsAsync"/> closes the ports for it.
/// </summary>
internal sealed class FaultBoard(FaultPlan plan, FaultListenerFactory doors)
{
    private static readonly TimeSpan _defaultRefusal = TimeSpan.FromSeconds(2);

    public void Replace(IEnumerable<SandboxFault> faults) =>
        plan.Replace(faults.Where(fault => fault.Kind != SandboxFaultKind.RefuseConnection));

    public void Add(IEnumerable<SandboxFault> faults) =>
        plan.Add(faults.Where(fault => fault.Kind != SandboxFaultKind.RefuseConnection));

    /// <summary>Clears every fault, and reopens closed ports.</summary>
    public void Clear()
    {
        plan.Replace([]);
        doors.Open();
    }

    /// <summary>
    /// Returns the time for which the first fault that refuses connections closes the ports; null if no fault refuses connections.
    /// </summary>
    public static TimeSpan? Refusal(IEnumerable<SandboxFault> faults) =>
        faults.FirstOrDefault(fault => fault.Kind == SandboxFaultKind.RefuseConnection) is { } fault ? fault.Delay ?? _defaultRefusal : null;

    public Task RefuseConnectionsAsync(TimeSpan time, string? spared) => doors.ShutAsync(time, spared);
}
