namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>Instants as the API writes them, in a fixed +09:00: the ledger keeps UTC, and a page is to read one form.</summary>
internal static class KoreanTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateTimeOffset? Of(DateTimeOffset? instant) => instant?.ToOffset(Offset);
}
