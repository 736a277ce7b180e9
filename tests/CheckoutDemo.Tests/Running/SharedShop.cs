using CheckoutDemo.Tests.Running;

[assembly: AssemblyFixture(typeof(SharedShop))]

namespace CheckoutDemo.Tests.Running;

/// <summary>
/// One demo for all tests that only buy something: shop and sandbox in one process, as the README starts them, on free
/// ports. Each test has its own orders; tests that arm faults or stop the shop start their own demo.
/// </summary>
public sealed class SharedShop : IAsyncLifetime
{
    private readonly ScratchDirectory _directory = new();
    private readonly SemaphoreSlim _starting = new(1);
    private ShopProcess? _process;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Returns the running demo, which starts at the first call.</summary>
    public async Task<DemoShop> OpenAsync()
    {
        await _starting.WaitAsync();
        try
        {
            _process ??= await ShopProcess.OpenAsync(_directory.Path, Settings.FreePorts(_directory));
        }
        finally
        {
            _starting.Release();
        }

        return new DemoShop(_process);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _directory.Dispose();
        _starting.Dispose();
    }
}
