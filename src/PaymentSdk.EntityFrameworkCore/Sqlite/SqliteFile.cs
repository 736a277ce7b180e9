using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>Inspects the file of a SQLite database without creating it, as opening it would.</summary>
internal static class SqliteFile
{
    /// <summary>Whether the file is not there and could be made.</summary>
    /// <exception cref="IOException">It is not there and could not be made.</exception>
    /// <exception cref="UnauthorizedAccessException">Its directory may not be written.</exception>
    public static bool IsMissing(DbContext database)
    {
        var name = database.Database.GetDbConnection().DataSource;
        if (name.Length == 0 || name.StartsWith(":memory:", StringComparison.Ordinal) || name.StartsWith("file:", StringComparison.Ordinal))
            return false;
        var file = Path.GetFullPath(name);
        if (Path.Exists(file))
            return false;
        // Gone again when it is closed.
        var beside = Path.Combine(Path.GetDirectoryName(file)!, $".{Guid.NewGuid():N}");
        new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
        return true;
    }
}
