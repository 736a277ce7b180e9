namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>A value would not come back from the database as it was given. The message names the column, never the value.</summary>
internal sealed class UnstorableValueException(string column, string fault) : Exception($"The value for {column} cannot be stored: {fault}.");
