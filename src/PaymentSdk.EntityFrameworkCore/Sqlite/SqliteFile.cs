using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>The file of a SQLite database.</summary>
internal static class SqliteFile
{
    private static readonly string[] Words = ["Data Source", "DataSource", "Filename"];

    /// <summary>The connection string with its relative path taken from the content root of the host: a shop that is started from another directory finds the same file.</summary>
    public static string Rooted(string connectionString, string? contentRoot)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (contentRoot is null || IsInMemory(settings) || Array.Find(Words, settings.ContainsKey) is not { } word
            || settings[word] is not string { Length: > 0 } name || !IsPath(name) || Path.IsPathRooted(name))
            return connectionString;
        settings[word] = Path.GetFullPath(name, contentRoot);
        return settings.ConnectionString;
    }

    /// <summary>Its full path; null when there is none, e.g. in memory.</summary>
    public static string? PathOf(DbContext database)
    {
        var name = database.Database.GetDbConnection().DataSource;
        return name.Length > 0 && IsPath(name) && !IsInMemory(new DbConnectionStringBuilder { ConnectionString = database.Database.GetDbConnection().ConnectionString })
            ? Path.GetFullPath(name)
            : null;
    }

    /// <summary>Makes the file that SQLite would make, readable by its owner only; SQLite gives the files beside it the same rights.</summary>
    public static void CreatePrivate(DbContext database)
    {
        if (OperatingSystem.IsWindows() || PathOf(database) is not { } file || Path.Exists(file) || !MayCreate(database.Database.GetDbConnection().ConnectionString))
            return;
        try
        {
            new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }).Dispose();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Another process made it meanwhile, or SQLite says what is the matter.
        }
    }

    /// <summary>Whether the file is not there and could be made. Does not create it, as opening it would.</summary>
    /// <exception cref="IOException">It is not there and could not be made.</exception>
    /// <exception cref="UnauthorizedAccessException">Its directory may not be written.</exception>
    public static bool IsMissing(DbContext database)
    {
        if (PathOf(database) is not { } file || Path.Exists(file))
            return false;
        // Gone again when it is closed.
        var beside = Path.Combine(Path.GetDirectoryName(file)!, $".{Guid.NewGuid():N}");
        new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
        return true;
    }

    private static bool IsPath(string name) => !name.StartsWith(":memory:", StringComparison.Ordinal)
        && !name.StartsWith("file:", StringComparison.Ordinal) && !name.StartsWith("|DataDirectory|", StringComparison.OrdinalIgnoreCase);

    private static bool IsInMemory(DbConnectionStringBuilder settings) => "Memory".Equals(Mode(settings), StringComparison.OrdinalIgnoreCase);

    private static bool MayCreate(string connectionString) =>
        Mode(new DbConnectionStringBuilder { ConnectionString = connectionString }) is not { } mode || mode.Equals("ReadWriteCreate", StringComparison.OrdinalIgnoreCase);

    private static string? Mode(DbConnectionStringBuilder settings) => settings.TryGetValue("Mode", out var mode) ? mode as string : null;
}
