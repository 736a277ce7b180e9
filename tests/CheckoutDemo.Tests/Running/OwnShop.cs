namespace CheckoutDemo.Tests.Running;

/// <summary>A separate demo for one test, with its own settings, faults and ledger.</summary>
public sealed class OwnShop : IAsyncDisposable
{
    private readonly ScratchDirectory _directory;
    private readonly ShopProcess _process;

    private OwnShop(ScratchDirectory directory, ShopProcess process) => (_directory, _process) = (directory, process);

    public DemoShop Demo => new(_process);

    public static async Task<OwnShop> OpenAsync(params (string Name, string? Value)[] more)
    {
        var directory = new ScratchDirectory();
        return new OwnShop(directory, await ShopProcess.OpenAsync(directory.Path, Settings.FreePorts(directory).With(more)));
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _directory.Dispose();
    }
}
