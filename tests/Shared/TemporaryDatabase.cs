namespace PaymentSdk.Tests.Shared;

/// <summary>A SQLite file of one test, in a folder of its own that goes with the test.</summary>
public sealed class TemporaryDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("payment-ledger-");

    /// <summary>The file; made by the first migration.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "payments.db");

    /// <summary>For <c>UseSqlite</c>. Not pooled, so that no handle outlives its host.</summary>
    public string ConnectionString => $"Data Source={Path};Pooling=False";

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A killed process may still hold the file for a moment; the system cleans its temporary folder.
        }
    }
}
