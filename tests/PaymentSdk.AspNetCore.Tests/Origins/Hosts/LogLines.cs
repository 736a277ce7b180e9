using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.AspNetCore.Tests.Origins.Hosts;

/// <summary>Stores the messages that a host logs.</summary>
public sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(EventId Id, LogLevel Level, string Text)> _lines = new();

    public IReadOnlyCollection<(EventId Id, LogLevel Level, string Text)> All => _lines;

    /// <summary>The texts of one event of the origin decision.</summary>
    public string[] Of(int eventId) => [.. _lines.Where(line => line.Id.Id == eventId).Select(line => line.Text)];

    /// <summary>The texts of all refusals.</summary>
    public string[] Refusals => [.. Of(1000), .. Of(1005)];

    public ILogger CreateLogger(string categoryName) => new Lines(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Lines(LogLines all, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => category.StartsWith("PaymentSdk", StringComparison.Ordinal) || logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (category.StartsWith("PaymentSdk", StringComparison.Ordinal))
                all._lines.Enqueue((eventId, logLevel, formatter(state, exception)));
        }
    }
}
