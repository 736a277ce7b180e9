using PaymentSdk.Simulation.Histories;
using PaymentSdk.Simulation.Ledger;
using PaymentSdk.Simulation.Provider;

namespace PaymentSdk.Simulation.Command;

/// <summary>The faults that must have occurred for each operation in a ten-minute run.</summary>
internal static class WrittenFaults
{
    private static readonly GatewayOperation[] MovingMoney =
        [GatewayOperation.Confirm, GatewayOperation.BrandPayConfirm, GatewayOperation.BillingApprove, GatewayOperation.KeyIn, GatewayOperation.Cancel];

    private static readonly GatewayOperation[] Queries = [GatewayOperation.Get, GatewayOperation.GetByOrderId];

    private static readonly LedgerFaultKind[] OfReads = [LedgerFaultKind.Slow, LedgerFaultKind.Refused, LedgerFaultKind.InDoubt];

    private static readonly LedgerFaultKind[] OfWrites = [.. OfReads, LedgerFaultKind.WrittenLater, LedgerFaultKind.Unacknowledged];

    /// <summary>All faults, by their names in the coverage.</summary>
    public static IReadOnlySet<string> All { get; } = new SortedSet<string>(
        [
            .. Wire(MovingMoney, [.. FaultPlans.KindsOfMoney, WireFaultKind.Refusal]),
            .. Wire(Queries, FaultPlans.KindsOfQueries),
            .. Ledger(WrittenCrashPoints.Reads, OfReads),
            .. Ledger(WrittenCrashPoints.Writes, OfWrites),
            .. Ledger(FaultPlans.RefusedForData, [LedgerFaultKind.DataRefused]),
        ],
        StringComparer.Ordinal);

    private static IEnumerable<string> Wire(IReadOnlyList<GatewayOperation> operations, IEnumerable<WireFaultKind> kinds) =>
        kinds.SelectMany(kind => operations.Select(operation => $"{operation.Name()}:{new WireFault(kind).Name}"));

    private static IEnumerable<string> Ledger(IReadOnlyList<string> calls, LedgerFaultKind[] kinds) =>
        kinds.SelectMany(kind => calls.Select(call => $"{call}:{new LedgerFault(kind).Name}"));
}
