using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.AspNetCore.Tests.Webhooks;

/// <summary>Stores every exception that the host logs as a warning or worse.</summary>
internal sealed class LoggedFaults : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Warning && exception is not null)
            Lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
