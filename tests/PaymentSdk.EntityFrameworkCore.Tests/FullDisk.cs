using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>
/// A small separate disk (tmpfs) that can be filled to the last byte, so that the real file system reports ENOSPC.
/// </summary>
internal sealed class FullDisk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("payment-disk-");

    private FullDisk()
    {
    }

    public string Database => Path.Combine(_folder.FullName, "payments.db");

    private string Ballast => Path.Combine(_folder.FullName, "ballast");

    public static FullDisk Mount()
    {
        var disk = new FullDisk();
        if (Run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk._folder.FullName) == 0)
            return disk;
        disk._folder.Delete();
        Assert.Skip("Only root with the permission to mount can create a small disk.");
        return disk;
    }

    /// <summary>Fills the disk until no byte is free.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 1);
        try
        {
            while (true)
                file.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // The disk is full.
        }
    }

    /// <summary>
    /// Opens the database as another process would. Without this connection, SQLite would delete the write-ahead log, and so free disk space,
    /// when the ledger closes its last connection.
    /// </summary>
    public async Task<SqliteConnection> OpenConnectionAsync()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM payment_purchases";
        await command.ExecuteScalarAsync();
        return connection;
    }

    public void Free() => File.Delete(Ballast);

    public void Dispose()
    {
        // The unmount is lazy, because a connection may still be closing.
        Run("umount", "-l", _folder.FullName);
        _folder.Delete();
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
