namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>A row of <c>payment_processes</c>: a process of the shop, and when it last said that it is alive. Instants are Unix milliseconds, which every database can order.</summary>
internal sealed class ProcessRow
{
    public required string Merchant { get; set; }

    public required string Process { get; set; }

    public long SeenAt { get; set; }
}
