namespace PaymentSdk.CommandLine.Tests;

/// <summary>A host whose tables exist but stay empty.</summary>
public sealed class MigratedShop : IAsyncLifetime
{
    public CommandProcess Process { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var migrated = await Process.RunAsync("migrate");
        Assert.True(migrated.ExitCode == 0, migrated.Error);
    }

    public ValueTask DisposeAsync()
    {
        Process.Dispose();
        return ValueTask.CompletedTask;
    }
}
