using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>Everything that was logged, with complete exceptions.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    public ConcurrentBag<string> All { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        All.Add($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
