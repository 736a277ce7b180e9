using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.Api.Wire;

/// <summary>
/// Records one call as a span, a duration and a log line. All contain the route template instead of the URL, and only the error code of a body.
/// </summary>
internal sealed class CallObserver(ApiCall call, ApiPulse pulse, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly Activity? _span = Telemetry.Begin(call.Operation.Method.Method, call.Operation.Route);
    private readonly long _begun = time.GetTimestamp();
    private string? _failure = "canceled";

    private int? Status => (int?)call.LastAnswer?.Status;

    public void Succeeded()
    {
        _failure = null;
        pulse.Beat();
        Log.CallSucceeded(logger, call.Operation.Name, Status, call.Sends.Count, call.TraceId);
    }

    public void Failed(PaymentException failure)
    {
        _failure = failure.Kind.ToString();
        pulse.Miss(failure);
        if (call.HandlerFailure is { } thrown)
        {
            Log.HandlerFailed(logger, thrown, call.Operation.Name, failure.Kind, call.Sends.Count);
            return;
        }

        if (failure.StatusCode is not null && ErrorCatalogue.RefusesKeys(failure.Code))
            Log.KeysRefused(logger, call.Operation.Name, failure.Code.Value, Status, call.TraceId);
        else
            Log.CallFailed(logger, call.Operation.Name, failure.Kind, failure.Code.Value, Status, call.Sends.Count, call.TraceId);
    }

    public void Dispose()
    {
        _span?.SetTag("paymentsdk.sends", call.Sends.Count);
        Telemetry.End(_span, call.Operation.Name, Status, _failure, time.GetElapsedTime(_begun));
    }
}
