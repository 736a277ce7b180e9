namespace PaymentSdk.Sandbox.Faults;

/// <summary>The armed faults. At most one of them applies to each request, and at most one to each webhook.</summary>
internal sealed class FaultPlan(Random random)
{
    private readonly Lock _gate = new();
    private List<Armed> _armed = [];

    /// <summary>Arms these faults and removes those that were armed before.</summary>
    public void Replace(IEnumerable<SandboxFault> faults)
    {
        lock (_gate)
            _armed = [.. faults.Select(fault => new Armed(fault))];
    }

    /// <summary>Arms these faults after those that were armed before.</summary>
    public void Add(IEnumerable<SandboxFault> faults)
    {
        lock (_gate)
            _armed.AddRange(faults.Select(fault => new Armed(fault)));
    }

    /// <summary>Returns the fault that applies to this request; null if there is none.</summary>
    public SandboxFault? Take(SandboxOperation operation)
    {
        lock (_gate)
            return _armed.FirstOrDefault(armed => !armed.Fault.Kind.IsOfWebhooks() && armed.Strikes(operation, random))?.Fault;
    }

    /// <summary>Returns the fault that applies to a webhook; null if there is none.</summary>
    /// <param name="cause">The operation that caused the webhook; null if a control or the passage of time caused it.</param>
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
