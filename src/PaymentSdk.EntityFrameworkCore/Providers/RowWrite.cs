namespace PaymentSdk.EntityFrameworkCore.Providers;

/// <summary>One row that a commit inserts or updates.</summary>
/// <param name="Row">The row to write.</param>
/// <param name="Expected">Null for an insert. Otherwise the expected values of the table's concurrency tokens, by the names of their
/// properties.</param>
internal readonly record struct RowWrite(object Row, (string Property, object Value)[]? Expected = null);
