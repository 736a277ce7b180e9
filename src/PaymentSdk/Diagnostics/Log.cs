using Microsoft.Extensions.Logging;

namespace PaymentSdk.Diagnostics;

/// <summary>
/// The log messages of this assembly, each with a stable event id. They never contain bodies, keys, secrets, or card or account numbers.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "The changed settings of {Section} are not valid ({Count} faults); the last good ones stay in use. Fix them and reload:\n{Faults}")]
    public static partial void ReloadRefused(ILogger logger, string section, int count, string faults);

    [LoggerMessage(2, LogLevel.Warning, "The configuration has keys that are not settings of PaymentSdk and are not read: {Keys}. Remove keys that are no longer used; keys of your own may stay.")]
    public static partial void UnknownSettings(ILogger logger, string keys);

    [LoggerMessage(10, LogLevel.Debug, "{Operation} succeeded with HTTP {Status} after {Sends} sends, trace {TraceId}")]
    public static partial void CallSucceeded(ILogger logger, string operation, int? status, int sends, string? traceId);

    [LoggerMessage(11, LogLevel.Warning, "{Operation} failed: {Kind}, code {Code}, HTTP {Status}, after {Sends} sends, trace {TraceId}")]
    public static partial void CallFailed(ILogger logger, string operation, PaymentFailureKind kind, string code, int? status, int sends, string? traceId);

    [LoggerMessage(202, LogLevel.Critical, "{Operation}: the payment API refused the shop's keys with {Code}. No payment can be taken until Payment:SecretKey is right. HTTP {Status}, trace {TraceId}")]
    public static partial void KeysRefused(ILogger logger, string operation, string code, int? status, string? traceId);

    [LoggerMessage(12, LogLevel.Information, "{Operation} answered with a member that this version of PaymentSdk does not know: '{Path}'. It is kept in AdditionalMembers; look for a newer version.")]
    public static partial void UnknownMember(ILogger logger, string operation, string path);

    [LoggerMessage(13, LogLevel.Information, "{Operation} answered with a value that this version of PaymentSdk does not know at '{Path}': {Value}. It is kept as received; look for a newer version.")]
    public static partial void UnknownValue(ILogger logger, string operation, string path, string? value);

    [LoggerMessage(14, LogLevel.Warning, "{Operation} answered with a member that cannot be used, '{Path}': {Reason}. It was dropped; the rest of the answer was used.")]
    public static partial void DroppedMember(ILogger logger, string operation, string path, string reason);

    [LoggerMessage(15, LogLevel.Error, "{Operation} failed in the HTTP client that the shop configured, not on the network: {Kind} after {Sends} sends. Fix or remove the handler on AddPaymentSdk().HttpClient that threw.")]
    public static partial void HandlerFailed(ILogger logger, Exception failure, string operation, PaymentFailureKind kind, int sends);

    [LoggerMessage(16, LogLevel.Information, "The payment client takes no defaults of the host's HTTP clients. {Registration} leaves out: {LeftOut}.")]
    public static partial void UsualHttpDefaultsLeftOut(ILogger logger, string registration, string leftOut);

    [LoggerMessage(17, LogLevel.Warning, "The payment client takes no defaults of the host's HTTP clients. {Registration} leaves out: {LeftOut}. Add what payments need to {Registration}.HttpClient, or call {Registration}.IgnoreHttpClientDefaults().")]
    public static partial void HttpDefaultsLeftOut(ILogger logger, string registration, string leftOut);

    [LoggerMessage(18, LogLevel.Information, "The payment client ignores the defaults of the host's HTTP clients, as {Registration}.IgnoreHttpClientDefaults() says: {LeftOut}.")]
    public static partial void HttpDefaultsIgnored(ILogger logger, string registration, string leftOut);
}
