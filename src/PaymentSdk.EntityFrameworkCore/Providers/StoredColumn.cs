namespace PaymentSdk.EntityFrameworkCore.Providers;

/// <summary>A column as the database holds it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as the database writes it.</param>
/// <param name="IsRequired">Whether it refuses NULL.</param>
/// <param name="HasDefault">Whether the database fills it when a statement does not.</param>
internal sealed record StoredColumn(string Name, string Type, bool IsRequired, bool HasDefault);
