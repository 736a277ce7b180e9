namespace PaymentSdk.Sandbox.Faults;

/// <summary>Where faults are armed: those of requests go to the plan, a refused connection to the doors.</summary>
internal sealed class FaultBoard(FaultPlan plan, FaultListenerFactory doors)
{
    private static readonly TimeSpan _defaultRefusal = TimeSpan.FromSeconds(2);

    public void Replace(IEnumerable<SandboxFault> faults) =>
        plan.Replace(faults.Where(fault => fault.Kind != SandboxFaultKind.RefuseConnection));

    public void Add(IEnumerable<SandboxFault> faults) =>
        plan.Add(faults.Where(fault => fault.Kind != SandboxFaultKind.RefuseConnection));

    /// <summary>Clears every fault, and opens ports that are shut.</summary>
    public void Clear()
    {
        plan.Replace([]);
        doors.Open();
    }

    /// <summary>How long connections are to be refused; null when none of the faults says so.</summary>
    public static TimeSpan? Refusal(IEnumerable<SandboxFault> faults) =>
        faults.FirstOrDefault(fault => fault.Kind == SandboxFaultKind.RefuseConnection) is { } fault ? fault.Delay ?? _defaultRefusal : null;

    public Task RefuseConnectionsAsync(TimeSpan time, string? spared) => doors.ShutAsync(time, spared);
}
