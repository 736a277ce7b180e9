using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PaymentSdk.Diagnostics;

/// <summary>
/// A logger of the host's whose failures end here. A provider that throws (a full disk, a log server that is gone) would else end a confirm
/// between its answer and its commit, or the worker that looks after it.
/// </summary>
internal sealed class SafeLogger(ILogger host) : ILogger
{
    /// <summary>The host's logger of a category.</summary>
    public static SafeLogger Of(IServiceProvider services, string category) => new(services.GetRequiredService<ILoggerFactory>().CreateLogger(category));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        try
        {
            return host.BeginScope(state);
        }
#pragma warning disable CA1031 // Whatever a provider throws, the payment goes on.
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
            // The other providers have it; there is nowhere to tell of this one.
        }
#pragma warning restore CA1031
    }
}

/// <summary>A factory of such loggers, for what makes its own.</summary>
internal sealed class SafeLoggerFactory(ILoggerFactory host) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new SafeLogger(host.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => host.AddProvider(provider);

    /// <summary>The factory is the host's to end.</summary>
    public void Dispose()
    {
    }
}
