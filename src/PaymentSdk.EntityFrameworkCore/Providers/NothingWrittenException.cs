namespace PaymentSdk.EntityFrameworkCore.Providers;

/// <summary>Carries a failure of the database that came before anything could be committed.</summary>
internal sealed class NothingWrittenException(Exception failure) : Exception(failure.Message, failure);
