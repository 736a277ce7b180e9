namespace PaymentSdk.Sandbox.Faults;

/// <summary>The armed faults. Each request takes at most one.</summary>
internal sealed class FaultPlan(Random random)
{
    private readonly Lock _gate = new();
    private List<Armed> _armed = [];

    /// <summary>Arms these faults in place of those armed before.</summary>
    public void Replace(IEnumerable<SandboxFault> faults)
    {
        lock (_gate)
            _armed = [.. faults.Select(fault => new Armed(fault))];
    }

    /// <summary>Arms these faults behind those armed before.</summary>
    public void Add(IEnumerable<SandboxFault> faults)
    {
        lock (_gate)
            _armed.AddRange(faults.Select(fault => new Armed(fault)));
    }

    /// <summary>The fault that strikes this request; null when it is left in peace.</summary>
    public SandboxFault? Take(SandboxOperation operation)
    {
        lock (_gate)
            return _armed.FirstOrDefault(armed => !armed.Fault.Kind.IsOfWebhooks() && armed.Strikes(operation, random))?.Fault;
    }

    /// <summary>The fault that strikes a webhook; null when it is left in peace.</summary>
    /// <param name="cause">The operation that caused it; null for what a control or time brought about.</param>
    public SandboxFault? TakeForWebhook(SandboxOperation? cause)
    {
        lock (_gate)
        {
            return _armed.FirstOrDefault(armed => armed.Fault.Kind.IsOfWebhooks()
                && armed.Strikes(armed.Fault.Operation == cause ? cause.Value : SandboxOperation.Webhook, random))?.Fault;
        }
    }

    private sealed class Armed(SandboxFault fault)
    {
        private int? _left = fault.Count;

        public SandboxFault Fault => fault;

        public bool Strikes(SandboxOperation operation, Random random)
        {
            if (_left == 0 || !IsFor(operation) || random.NextDouble() >= fault.Probability)
                return false;
            _left--;
            return true;
        }

        private bool IsFor(SandboxOperation operation) =>
            (fault.Operation == SandboxOperation.Any || fault.Operation == operation) && fault.Kind.Strikes(operation);
    }
}
