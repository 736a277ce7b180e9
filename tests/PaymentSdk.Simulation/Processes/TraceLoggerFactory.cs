using Microsoft.Extensions.Logging;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Processes;

/// <summary>Writes the product's log into the trace of the history.</summary>
internal sealed class TraceLoggerFactory(World world, Life life) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new TraceLogger(world, life);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    private sealed class TraceLogger(World world, Life life) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = formatter(state, exception);
            if (eventId.Name is "ExecutingHttpRequest" or null || text.Length == 0 || !life.Name.Equals(life.Name, StringComparison.Ordinal))
                return;
            world.Tell(life, $"log: {text}{(exception is null ? "" : $" [{exception.GetType().Name}: {exception.Message}]")}");
        }
    }
}
