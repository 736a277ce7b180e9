namespace CheckoutDemo.Tests.Running;

/// <summary>A directory for one test, deleted after it.</summary>
public sealed class ScratchDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("checkout-demo-").FullName;

    public string Ledger => $"Data Source={System.IO.Path.Combine(Path, "ledger.db")}";

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A killed process may hold a file for a moment longer. The operating system cleans up its temporary directory later.
        }
    }
}
