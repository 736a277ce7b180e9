using Microsoft.EntityFrameworkCore.Storage;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Behaves like EnableRetryOnFailure of other providers: refuses user-initiated transactions, and retries after a timeout.</summary>
internal sealed class RetryingStrategy(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, maxRetryCount: 3, TimeSpan.FromMilliseconds(1))
{
    protected override bool ShouldRetryOn(Exception exception) => exception is TimeoutException;
}
