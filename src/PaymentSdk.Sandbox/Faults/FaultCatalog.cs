using System.Collections.Frozen;
using System.Text;

namespace PaymentSdk.Sandbox.Faults;

/// <summary>The names of the faults on the wire, and the operations to which each one applies.</summary>
internal static class FaultCatalog
{
    private static readonly FrozenDictionary<string, SandboxFaultKind> _kinds =
        Enum.GetValues<SandboxFaultKind>().ToFrozenDictionary(Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, SandboxOperation> _operations =
        Enum.GetValues<SandboxOperation>().ToFrozenDictionary(operation => Kebab(operation.ToString()), StringComparer.Ordinal);

    public static IEnumerable<string> Kinds => Enum.GetValues<SandboxFaultKind>().Select(Name);

    public static IEnumerable<string> Operations => _operations.Keys.Order(StringComparer.Ordinal);

    public static SandboxFaultKind? Kind(string name) => _kinds.TryGetValue(name, out var kind) ? kind : null;

    public static SandboxOperation? Operation(string name) => _operations.TryGetValue(name, out var operation) ? operation : null;

    public static string Name(SandboxFaultKind kind) => Kebab(kind.ToString());

    /// <summary>Returns true for the kinds that affect webhooks instead of answers.</summary>
    public static bool IsOfWebhooks(this SandboxFaultKind kind) => kind is SandboxFaultKind.DuplicateWebhook or SandboxFaultKind.LateWebhook
        or SandboxFaultKind.ReorderedWebhook or SandboxFaultKind.ForgedWebhook or SandboxFaultKind.WebhookBeforeResponse;

    /// <summary>Returns true if a fault of this kind can affect the operation.</summary>
    public static bool Strikes(this SandboxFaultKind kind, SandboxOperation operation) => kind switch
    {
        SandboxFaultKind.RefuseConnection => false,
        _ when operation == SandboxOperation.Any => true,
        _ when kind.IsOfWebhooks() => operation is SandboxOperation.Webhook or SandboxOperation.Confirm or SandboxOperation.Cancel
            or SandboxOperation.VirtualAccount or SandboxOperation.Payout or SandboxOperation.Other,
        _ when operation == SandboxOperation.Webhook => false,
        SandboxFaultKind.RefundPayoutFailed => operation == SandboxOperation.Cancel,
        SandboxFaultKind.DuplicateOrderId => operation is SandboxOperation.Confirm or SandboxOperation.KeyIn
            or SandboxOperation.VirtualAccount or SandboxOperation.BillingApprove,
        SandboxFaultKind.WorkAfterAnswer or SandboxFaultKind.Replay5xx or SandboxFaultKind.ReplayTemporary4xx
            => operation is not (SandboxOperation.Get or SandboxOperation.Transactions),
        SandboxFaultKind.WrongPayment or SandboxFaultKind.WrongAmount
            => operation is not (SandboxOperation.BillingIssue or SandboxOperation.Other),
        SandboxFaultKind.StaleRead or SandboxFaultKind.NotFoundUnconfirmed => operation == SandboxOperation.Get,
        _ => true,
    };

    /// <summary>Returns the reason why a fault cannot be armed, as a sentence; null if it can be armed.</summary>
    public static string? Fault(SandboxFault fault) => fault switch
    {
        { Count: < 1 } => "count must be 1 or more. Omit it to apply the fault until the faults are cleared.",
        { Probability: not (>= 0 and <= 1) } => "probability must be from 0 to 1.",
        { Delay: { } delay } when delay < TimeSpan.Zero || delay > TimeSpan.FromHours(1) => "delay must be from 0 to one hour.",
        { Kind: SandboxFaultKind.RefuseConnection } => null,
        _ when !fault.Kind.Strikes(fault.Operation) => $"{Name(fault.Kind)} does not apply to {Kebab(fault.Operation.ToString())}.",
        _ => null,
    };

    // Status500AfterWork becomes status-500-after-work, and Replay5xx becomes replay-5xx.
    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && (char.IsUpper(name[i]) || (char.IsDigit(name[i]) && !char.IsDigit(name[i - 1])));
            text.Append(startsWord ? "-" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
