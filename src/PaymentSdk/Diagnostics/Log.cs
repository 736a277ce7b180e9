using Microsoft.Extensions.Logging;

namespace PaymentSdk.Diagnostics;

/// <summary>Every log message of this assembly, with a stable id. Never bodies, keys, secrets, card or account numbers.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "The changed settings of {Section} are not valid ({Count} faults); the last good ones stay in use. Mend them and reload:\n{Faults}")]
    public static partial void ReloadRefused(ILogger logger, string section, int count, string faults);

    [LoggerMessage(10, LogLevel.Debug, "{Operation} succeeded with HTTP {Status} after {Sends} sends, trace {TraceId}")]
    public static partial void CallSucceeded(ILogger logger, string operation, int? status, int sends, string? traceId);

    [LoggerMessage(11, LogLevel.Warning, "{Operation} failed: {Kind}, code {Code}, HTTP {Status}, after {Sends} sends, trace {TraceId}")]
    public static partial void CallFailed(ILogger logger, string operation, PaymentFailureKind kind, string code, int? status, int sends, string? traceId);

    [LoggerMessage(12, LogLevel.Information, "{Operation} answered with a member that this version of PaymentSdk does not know: '{Path}'. It is kept in AdditionalMembers; look for a newer version.")]
    public static partial void UnknownMember(ILogger logger, string operation, string path);

    [LoggerMessage(13, LogLevel.Information, "{Operation} answered with a word that this version of PaymentSdk does not know at '{Path}': {Word}. It is kept as it came; look for a newer version.")]
    public static partial void UnknownWord(ILogger logger, string operation, string path, string? word);

    [LoggerMessage(14, LogLevel.Warning, "{Operation} answered with a member that cannot be used, '{Path}': {Reason}. It was dropped; the rest of the answer was used.")]
    public static partial void DroppedMember(ILogger logger, string operation, string path, string reason);
}
