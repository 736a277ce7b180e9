using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Doctor;

namespace PaymentSdk;

/// <summary>Looks a host over before, or while, it takes payments.</summary>
public static class PaymentDoctorHostExtensions
{
    /// <summary>How long a check may take unless it is said otherwise.</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Runs every check of every registration and of the host (<see cref="IPaymentCheck"/>) and writes one line for each thing that
    /// was looked at: <c>ok</c>, <c>warning</c> or <c>fault</c>, its name, what was found, and what to do. The host need not be
    /// started, and must not be to look at settings that it would refuse to start with. Nothing is charged and nothing is changed.
    /// </summary>
    /// <param name="host">The host, built as for serving.</param>
    /// <param name="report">Where the lines go, e.g. <c>Console.Out</c>.</param>
    /// <param name="timeout">How long each check may take before it is reported as a fault; more than zero, at most 1 hour. Default 10 seconds.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is out of range.</exception>
    /// <returns>The exit code of a process: 0 when there was no fault, else 1.</returns>
    public static async Task<int> RunPaymentDoctorAsync(this IHost host, TextWriter report, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(report);
        var results = await host.ExaminePaymentsAsync(timeout, cancellationToken).ConfigureAwait(false);
        var width = results.Max(result => result.Name.Length);
        foreach (var result in results)
            await report.WriteLineAsync(ReportLine.Of(result, width).AsMemory(), cancellationToken).ConfigureAwait(false);
        await report.FlushAsync(cancellationToken).ConfigureAwait(false);
        return results.Any(result => result.State == PaymentCheckState.Fault) ? 1 : 0;
    }

    /// <summary>The same checks as <see cref="RunPaymentDoctorAsync"/>, one result for each thing that was looked at. No secret of the settings is in it.</summary>
    /// <param name="host">The host, built as for serving.</param>
    /// <param name="timeout">How long each check may take before it is a fault; more than zero, at most 1 hour. Default 10 seconds.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is out of range.</exception>
    /// <returns>The results, in the order of the checks.</returns>
    public static async Task<IReadOnlyList<PaymentCheckResult>> ExaminePaymentsAsync(this IHost host, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        var limit = timeout ?? DefaultTimeout;
        if (limit <= TimeSpan.Zero || limit > TimeSpan.FromHours(1))
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "The timeout must be more than zero and at most 1 hour.");
        if (host.Services.GetService<ExaminedHost>() is { } examined)
            examined.Host = host;
        var secrets = SecretWords.Of(host.Services);
        var results = await PaymentDoctor.ExamineAsync(host.Services, limit, cancellationToken).ConfigureAwait(false);
        return [.. results.Select(result => result with
        {
            Name = secrets.Hide(result.Name),
            Finding = secrets.Hide(result.Finding),
            Advice = result.Advice is null ? null : secrets.Hide(result.Advice),
        })];
    }
}
