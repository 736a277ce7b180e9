namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>
/// A row of <c>payment_processes</c>: a process of the shop, and the time of its last heartbeat. Times are Unix milliseconds, which every database
/// can sort.
/// </summary>
internal sealed class ProcessRow
{
    public required string Merchant { get; set; }

    public required string Process { get; set; }

    public long SeenAt { get; set; }
}
