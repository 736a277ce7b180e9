namespace PaymentSdk;

/// <summary>
/// A check that the doctor runs. Hosts can add their own: <c>services.AddSingleton&lt;IPaymentCheck, StockCheck&gt;()</c>. A check must only read: it
/// must not change data or move money, because it may run while the host serves buyers.
/// </summary>
public interface IPaymentCheck
{
    /// <summary>The subject of the check, in one or two words. It is the name of the report's line when the check fails or takes too long.</summary>
    string Name { get; }

    /// <summary>Runs the check and returns one result for each thing that it examined.</summary>
    /// <param name="cancellationToken">
    /// Canceled when the time limit of the check has passed (default 10 seconds). The check is then reported as a fault, even if it ends later.
    /// </param>
    Task<IReadOnlyList<PaymentCheckResult>> RunAsync(CancellationToken cancellationToken);
}
