using Microsoft.EntityFrameworkCore.Storage;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>What EnableRetryOnFailure is elsewhere: refuses transactions begun by hand, and repeats what timed out.</summary>
internal sealed class RetryingStrategy(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, maxRetryCount: 3, TimeSpan.FromMilliseconds(1))
{
    protected override bool ShouldRetryOn(Exception exception) => exception is TimeoutException;
}
