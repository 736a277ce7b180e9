namespace PaymentSdk.AspNetCore.Tests.Origins.Hosts;

/// <summary>Counts how often code of the protected endpoints ran.</summary>
public sealed class HandledRequests
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);
}
