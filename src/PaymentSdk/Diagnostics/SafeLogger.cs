using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.Diagnostics;

/// <summary>
/// Wraps a logger of the host and catches its exceptions. Otherwise a logging provider that throws (a full disk, an unreachable log server) could
/// end a confirm between its answer and its commit, or stop a worker.
/// </summary>
internal sealed class SafeLogger(ILogger host) : ILogger
{
    /// <summary>Returns a safe logger of the host for a category.</summary>
    public static SafeLogger Of(IServiceProvider services, string category) => new(services.GetRequiredService<ILoggerFactory>().CreateLogger(category));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        try
        {
            return host.BeginScope(state);
        }
#pragma warning disable CA1031 // A logging provider that throws must not stop a payment.
        catch (Exception)
        {
            return null;
        }
    }

    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return host.IsEnabled(logLevel);
        }
        catch (Exception)
        {
            return true;
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            host.Log(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception)
        {
            // The other providers have received the message; the failure of this one cannot be reported.
        }
#pragma warning restore CA1031
    }
}

/// <summary>Creates safe loggers, for components that create their own loggers.</summary>
internal sealed class SafeLoggerFactory(ILoggerFactory host) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new SafeLogger(host.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => host.AddProvider(provider);

    /// <summary>Does nothing, because the factory belongs to the host.</summary>
    public void Dispose()
    {
    }
}
