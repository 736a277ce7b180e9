using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>Finds and creates the file of a SQLite database.</summary>
internal static class SqliteFile
{
    private const string DataDirectory = "|DataDirectory|";

    private static readonly string[] Words = ["Data Source", "DataSource", "Filename"];

    /// <summary>The directory that the provider puts in place of <c>|DataDirectory|</c>.</summary>
    private static string DataDirectoryPath => AppDomain.CurrentDomain.GetData("DataDirectory") is string { Length: > 0 } set ? set : AppContext.BaseDirectory;

    /// <summary>
    /// Returns the connection string with its relative path resolved from the content root of the host, so that a shop that is started from another
    /// directory finds the same file.
    /// </summary>
    /// <exception cref="InvalidOperationException">The connection string has a SQLite URI instead of a path.</exception>
    public static string Rooted(string connectionString, string? contentRoot)
    {
        if (Named(connectionString) is not var (settings, word, name))
            return connectionString;
        if (name.StartsWith(DataDirectory, StringComparison.OrdinalIgnoreCase))
            settings[word] = Path.Combine(DataDirectoryPath, name[DataDirectory.Length..].TrimStart('/', '\\'));
        else if (contentRoot is not null && IsRelative(name))
            settings[word] = Path.GetFullPath(name, contentRoot);
        else
            return connectionString;
        return settings.ConnectionString;
    }

    /// <summary>
    /// Refuses a shop's context whose relative path is one file from the content root and another one from the working directory. Only the shop can
    /// change the connection of its context.
    /// </summary>
    /// <exception cref="InvalidOperationException">The two files differ, or the connection string has a SQLite URI instead of a path.</exception>
    public static void RefuseAmbiguous(DbContext merchant, string? contentRoot)
    {
        if (Named(merchant.Database.GetDbConnection().ConnectionString) is not var (_, _, name) || contentRoot is null || !IsRelative(name))
            return;
        var (here, there) = (Path.GetFullPath(name), Path.GetFullPath(name, contentRoot));
        if (here != there)
        {
            throw new InvalidOperationException(
                $"{merchant.GetType().Name} has the relative SQLite path '{name}': in the working directory that is {here}, in the content root of the host {there}, and a shop that is started from elsewhere would begin with an empty ledger. " +
                $"Write the full path: UseSqlite($\"Data Source={{Path.Combine(builder.Environment.ContentRootPath, \"{name}\")}}\").");
        }
    }

    /// <summary>Returns the full path of the file; null if there is none, e.g. for a database in memory.</summary>
    public static string? PathOf(DbContext database)
    {
        var name = database.Database.GetDbConnection().DataSource;
        return name.Length > 0 && IsPath(name) && !IsInMemory(new DbConnectionStringBuilder { ConnectionString = database.Database.GetDbConnection().ConnectionString })
            ? Path.GetFullPath(name)
            : null;
    }

    /// <summary>
    /// Creates the file that SQLite would create, readable by its owner only. SQLite gives the accompanying files (e.g. the WAL) the same permissions.
    /// </summary>
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
            // Another process has created the file in the meantime, or SQLite will report the cause.
        }
    }

    /// <summary>
    /// Returns a warning, with what to do, if other users of this machine may read or write the file; null if they may not, or if there is no file.
    /// </summary>
    public static string? TellRights(DbContext database)
    {
        const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (OperatingSystem.IsWindows() || PathOf(database) is not { } file)
            return null;
        try
        {
            var mode = File.Exists(file) ? File.GetUnixFileMode(file) : UnixFileMode.None;
            return (mode & Others) == 0
                ? null
                : $"The SQLite file has the permissions {Convert.ToString((int)mode, 8)}: other users of this machine can {((mode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0 ? "read" : "read or change")} orders and account numbers. Run chmod 600 {file}*.";
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Returns true if the file does not exist and could be created. The check does not create it, unlike opening the database.</summary>
    /// <exception cref="IOException">The file does not exist and could not be created.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not write to the directory.</exception>
    public static bool IsMissing(DbContext database)
    {
        if (PathOf(database) is not { } file || Path.Exists(file))
            return false;
        // This trial file is deleted when it is closed.
        var beside = Path.Combine(Path.GetDirectoryName(file)!, $".{Guid.NewGuid():N}");
        new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
        return true;
    }

    /// <summary>
    /// Returns the settings of a connection string, with the keyword and the name of its file; null if the string names no file or a database in
    /// memory.
    /// </summary>
    /// <exception cref="InvalidOperationException">The connection string has a SQLite URI instead of a path.</exception>
    private static (DbConnectionStringBuilder Settings, string Word, string Name)? Named(string connectionString)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (Array.Find(Words, settings.ContainsKey) is not { } word || settings[word] is not string name)
            return null;
        if (name.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("The payment ledger's SQLite file is given as an address (file:…), whose parameters can switch off locks and whose full path is not known. Write its path: Data Source=payments.db.");
        return IsInMemory(settings) ? null : (settings, word, name);
    }

    private static bool IsRelative(string name) => name.Length > 0 && IsPath(name) && !Path.IsPathRooted(name);

    private static bool IsPath(string name) => !name.StartsWith(":memory:", StringComparison.Ordinal)
        && !name.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && !name.StartsWith(DataDirectory, StringComparison.OrdinalIgnoreCase);

    private static bool IsInMemory(DbConnectionStringBuilder settings) => "Memory".Equals(Mode(settings), StringComparison.OrdinalIgnoreCase);

    private static bool MayCreate(string connectionString) =>
        Mode(new DbConnectionStringBuilder { ConnectionString = connectionString }) is not { } mode || mode.Equals("ReadWriteCreate", StringComparison.OrdinalIgnoreCase);

    private static string? Mode(DbConnectionStringBuilder settings) => settings.TryGetValue("Mode", out var mode) ? mode as string : null;
}
