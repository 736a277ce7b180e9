namespace PaymentSdk.EntityFrameworkCore.Providers;

/// <summary>One row that a commit inserts or updates.</summary>
/// <param name="Row">The row as it is to be.</param>
/// <param name="Expected">Null inserts. Otherwise what the concurrency tokens of the table, by the names of their properties, must still be.</param>
internal readonly record struct RowWrite(object Row, (string Property, object Value)[]? Expected = null);
