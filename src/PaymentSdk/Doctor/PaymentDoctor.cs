using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.Doctor;

/// <summary>Runs the checks in parallel, each with a time limit, and returns the results in order. An exception or a timeout is a fault.</summary>
internal static class PaymentDoctor
{
    /// <summary>The time limit of a check when the caller does not set one.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<PaymentCheckResult>> ExamineAsync(IServiceProvider services, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var checks = services.GetServices<IPaymentCheck>().ToList();
        if (checks.Count == 0)
            return [new("registrations", PaymentCheckState.Fault, "No payment registration was found.", "Call builder.Services.AddPaymentSdk() before the host is built.")];
        var time = services.GetRequiredService<TimeProvider>();
        var results = await Task.WhenAll(checks.Select(check => RunAsync(check, timeout, time, cancellationToken))).ConfigureAwait(false);
        return [.. results.SelectMany(result => result)];
    }

    private static async Task<IReadOnlyList<PaymentCheckResult>> RunAsync(IPaymentCheck check, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await Start(check, timeout, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && limit.IsCancellationRequested)
        {
            var seconds = timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return [new(check.Name, PaymentCheckState.Fault, $"It did not answer within {seconds} seconds.", "Check that the service it calls is reachable and not overloaded.")];
        }
#pragma warning disable CA1031 // An exception that a check throws is reported as its finding.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return [new(check.Name, PaymentCheckState.Fault, $"The check itself failed ({failure.GetType().Name}): {failure.Message}", "Fix the cause, then run the doctor again.")];
        }
    }

    // Runs on a separate thread, so that a check that blocks its thread still times out. Runs outside of the current request, if there is one, as the
    // calls of recovery do.
    private static Task<IReadOnlyList<PaymentCheckResult>> Start(IPaymentCheck check, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        return Task.Run(() => check is ITimedCheck timed ? timed.RunAsync(timeout, cancellationToken) : check.RunAsync(cancellationToken), cancellationToken);
    }
}

/// <summary>A check that divides its time limit itself, so that it can report what did not answer.</summary>
internal interface ITimedCheck : IPaymentCheck
{
    /// <summary>Runs the check within the given time.</summary>
    Task<IReadOnlyList<PaymentCheckResult>> RunAsync(TimeSpan timeout, CancellationToken cancellationToken);

    Task<IReadOnlyList<PaymentCheckResult>> IPaymentCheck.RunAsync(CancellationToken cancellationToken) => RunAsync(PaymentDoctor.DefaultTimeout, cancellationToken);
}

/// <summary>Writes a result on one line: state, name, finding and advice. Quoted text cannot break the line.</summary>
internal static class ReportLine
{
    private const int LongestText = 600;

    public static string Of(PaymentCheckResult result, int nameWidth)
    {
        var state = result.State switch
        {
            PaymentCheckState.Ok => "ok     ",
            PaymentCheckState.Warning => "warning",
            _ => "fault  ",
        };
        var advice = result.Advice is null ? "" : $" -> {Text(result.Advice)}";
        return $"{state}  {Text(result.Name).PadRight(nameWidth)}  {Text(result.Finding)}{advice}";
    }

    private static string Text(string text)
    {
        var line = new StringBuilder();
        foreach (var character in text)
        {
            if (line.Length >= LongestText)
                return line.Append('…').ToString();
            line.Append(char.IsControl(character) || char.IsWhiteSpace(character) ? ' ' : character);
        }

        return line.ToString();
    }
}
