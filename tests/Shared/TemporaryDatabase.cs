namespace PaymentSdk.Tests.Shared;

/// <summary>The SQLite file of one test, in a separate folder that is deleted with the test.</summary>
public sealed class TemporaryDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("payment-ledger-");

    /// <summary>The path of the file, which the first migration creates.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "payments.db");

    /// <summary>The connection string for <c>UseSqlite</c>. Not pooled, so that no handle outlives its host.</summary>
    public string ConnectionString => $"Data Source={Path};Pooling=False";

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A killed process may hold the file for a moment longer. The operating system cleans up its temporary folder later.
        }
    }
}
