using PaymentSdk.EntityFrameworkCore.Tables;

namespace PaymentSdk.EntityFrameworkCore.Providers;

/// <summary>An attempt with its purchase and the time of the database (UTC), as one query reads them.</summary>
internal sealed class SnapshotRow
{
    public required PurchaseRow Purchase { get; init; }

    public required AttemptRow Attempt { get; init; }

    public required DateTime Now { get; init; }
}
