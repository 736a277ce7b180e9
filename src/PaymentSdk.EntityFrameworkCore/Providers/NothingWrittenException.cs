namespace PaymentSdk.EntityFrameworkCore.Providers;

/// <summary>Wraps a failure of the database that occurred before anything could be committed.</summary>
internal sealed class NothingWrittenException(Exception failure) : Exception(failure.Message, failure);
