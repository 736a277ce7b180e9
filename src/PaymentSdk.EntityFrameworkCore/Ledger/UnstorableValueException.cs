namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>A value would not be read back from the database unchanged. The message names the column, never the value.</summary>
internal sealed class UnstorableValueException(string column, string fault) : Exception($"The value for {column} cannot be stored: {fault}.");
