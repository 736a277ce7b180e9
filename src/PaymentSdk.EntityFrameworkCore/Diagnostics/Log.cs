using Microsoft.Extensions.Logging;

namespace PaymentSdk.EntityFrameworkCore.Diagnostics;

/// <summary>Every message that this package logs. Event ids are stable.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Warning, "The payment ledger's SQLite file is on {FileSystem}: on a network share or in a container's own layer it can be damaged or lost. Use a local disk or a mounted volume.")]
    public static partial void LedgerOnSharedFileSystem(ILogger logger, string fileSystem);

    [LoggerMessage(3002, LogLevel.Debug, "The file system of the payment ledger's SQLite file is not known.")]
    public static partial void LedgerFileSystemUnknown(ILogger logger, Exception exception);

    [LoggerMessage(3003, LogLevel.Information, "The payment ledger's tables were brought up to date: {Migrations}.")]
    public static partial void LedgerMigrated(ILogger logger, string migrations);

    [LoggerMessage(3004, LogLevel.Warning, "A migration of the payment ledger was started and never finished, probably because the process was killed; its lock was released.")]
    public static partial void AbandonedMigrationLock(ILogger logger);

    [LoggerMessage(3005, LogLevel.Warning, "The payment ledger's PostgreSQL server runs with fsync=off: a power cut can lose or damage payments. Set fsync = on in its postgresql.conf.")]
    public static partial void LedgerServerWithoutFsync(ILogger logger);

    [LoggerMessage(3006, LogLevel.Information, "The payment ledger is the SQLite file {File}.")]
    public static partial void LedgerFile(ILogger logger, string file);

    [LoggerMessage(3007, LogLevel.Warning, "The payment ledger runs on {Provider}, and PaymentSdk has not been verified on this database (DangerouslyAcceptUnverifiedProvider is set). {Findings}")]
    public static partial void UnverifiedProvider(ILogger logger, string provider, string findings);

    [LoggerMessage(3008, LogLevel.Warning, "The payment ledger works, but: {Remark}")]
    public static partial void LedgerRemark(ILogger logger, string remark);
}
