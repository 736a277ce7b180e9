using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentSdk.Doctor;

namespace PaymentSdk;

/// <summary>Extension methods that check a host before, or while, it takes payments.</summary>
public static class PaymentDoctorHostExtensions
{
    /// <summary>
    /// Runs every check of the host and of its registrations (<see cref="IPaymentCheck"/>). Writes one line for each finding: <c>ok</c>,
    /// <c>warning</c> or <c>fault</c>, the name of the check, the finding, and what to do. The host need not be started: without a start, settings
    /// with which the host would refuse to start can be checked too. Nothing is charged, and nothing is changed.
    /// </summary>
    /// <param name="host">The host, built in the same way as for serving requests.</param>
    /// <param name="report">The writer that receives the lines, e.g. <c>Console.Out</c>.</param>
    /// <param name="timeout">
    /// The time limit of each check, after which the check is reported as a fault; more than zero, at most 1 hour. Default 10 seconds.
    /// </param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is out of range.</exception>
    /// <returns>The exit code for the process: 0 when there is no fault, otherwise 1.</returns>
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

    /// <summary>
    /// Runs the same checks as <see cref="RunPaymentDoctorAsync"/> and returns one result for each finding. The results contain none of the secrets
    /// in the settings.
    /// </summary>
    /// <param name="host">The host, built in the same way as for serving requests.</param>
    /// <param name="timeout">
    /// The time limit of each check, after which the check is reported as a fault; more than zero, at most 1 hour. Default 10 seconds.
    /// </param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is out of range.</exception>
    /// <returns>The results, in the order of the checks.</returns>
    public static async Task<IReadOnlyList<PaymentCheckResult>> ExaminePaymentsAsync(this IHost host, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        var limit = timeout ?? PaymentDoctor.DefaultTimeout;
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
