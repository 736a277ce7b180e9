namespace PaymentSdk;

/// <summary>
/// A check that the doctor runs. Hosts add their own: <c>services.AddSingleton&lt;IPaymentCheck, StockCheck&gt;()</c>. It only looks:
/// it must change nothing and spend nothing, and it may be run beside a host that is serving buyers.
/// </summary>
public interface IPaymentCheck
{
    /// <summary>What it looks at, in a word or two; the line of the report when it fails or takes too long.</summary>
    string Name { get; }

    /// <summary>Looks, and tells what it found; one result for each thing that was looked at.</summary>
    /// <param name="cancellationToken">Fires when the check has had its time (10 seconds, unless the doctor is told otherwise): the check is then reported as a fault, whether it ends or not.</param>
    Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken);
}
