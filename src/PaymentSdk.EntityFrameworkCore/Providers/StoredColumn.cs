namespace PaymentSdk.EntityFrameworkCore.Providers;

/// <summary>A column of a table in the database.</summary>
/// <param name="Name">The name of the column.</param>
/// <param name="Type">The type, as the database writes it.</param>
/// <param name="IsRequired">Whether the column refuses NULL.</param>
/// <param name="HasDefault">Whether the database sets a value when a statement sets none.</param>
internal sealed record StoredColumn(string Name, string Type, bool IsRequired, bool HasDefault);
