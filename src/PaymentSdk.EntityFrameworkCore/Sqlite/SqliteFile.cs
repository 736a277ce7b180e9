using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace PaymentSdk.EntityFrameworkCore.Sqlite;

/// <summary>The file of a SQLite database.</summary>
internal static class SqliteFile
{
    private const string DataDirectory = "|DataDirectory|";

    private static readonly string[] Words = ["Data Source", "DataSource", "Filename"];

    /// <summary>Where the provider puts it.</summary>
    private static string DataDirectoryPath => AppDomain.CurrentDomain.GetData("DataDirectory") is string { Length: > 0 } set ? set : AppContext.BaseDirectory;

    /// <summary>The connection string with its relative path taken from the content root of the host: a shop that is started from another directory finds the same file.</summary>
    /// <exception cref="InvalidOperationException">It has an address of SQLite instead of a path.</exception>
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

    /// <summary>Refuses a context of the merchant's whose relative path is another file from the content root than from the working directory: its connection is the merchant's to change.</summary>
    /// <exception cref="InvalidOperationException">It is another file, or has an address of SQLite instead of a path.</exception>
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

    /// <summary>That others on this machine may read or write the file, with what to do; null when they may not, or it is not there.</summary>
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
                : $"The SQLite file has the rights {Convert.ToString((int)mode, 8)}: other users of this machine may {((mode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0 ? "read" : "read or change")} orders and account numbers. Run chmod 600 {file}*.";
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return null;
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

    /// <summary>The settings of a connection string with the word and the name of its file; null when it names none, or is in memory.</summary>
    /// <exception cref="InvalidOperationException">It has an address of SQLite instead of a path.</exception>
    private static (DbConnectionStringBuilder Settings, string Word, string Name)? Named(string connectionString)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (Array.Find(Words, settings.ContainsKey) is not { } word || settings[word] is not string name)
            return null;
        if (name.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("The payment ledger's SQLite file is given as an address (file:…), whose parameters can switch off locks and the full path of which is not known. Write its path: Data Source=payments.db.");
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
