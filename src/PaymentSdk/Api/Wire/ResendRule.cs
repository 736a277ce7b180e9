namespace PaymentSdk.Api.Wire;

/// <summary>
/// Whether a call is sent again (docs/spec/failures.md §4): the same bytes under the same key. A POST only when no answer came or while
/// an earlier send is in flight; a window confirm once more on 5xx and 429, because its payment key is single-use.
/// </summary>
internal static class ResendRule
{
    /// <summary>How often a call is sent again when no answer comes.</summary>
    private const int UnansweredResends = 2;

    /// <summary>How often a query is sent again on a 5xx.</summary>
    private const int QueryResends = 2;

    /// <summary>The end of asking after a send in flight; the total timeout usually comes first.</summary>
    public const int MostResends = 30;

    public static bool ShouldResend(ApiCall call, Exception? exception)
    {
        if (exception is SendWindowClosedException || IsTooLarge(exception) || call.Sends.Count == 0)
            return false;
        return call.Sends[^1] switch
        {
            SendResult.NotSent or SendResult.NoAnswer =>
                call.Sends.Count(send => send is SendResult.NotSent or SendResult.NoAnswer) <= UnansweredResends,
            SendResult.InFlight => true,
            SendResult.Unsettled => Count(call, SendResult.Unsettled) <= UnsettledResends(call),
            _ => false,
        };
    }

    private static int UnsettledResends(ApiCall call) => call.Operation.Kind switch
    {
        OperationKind.WindowConfirm => 1,
        OperationKind.Query when (int)call.LastAnswer!.Status >= 500 => QueryResends,
        _ => 0,
    };

    private static int Count(ApiCall call, SendResult result) => call.Sends.Count(send => send == result);

    // An answer did come, and it would be as large again.
    private static bool IsTooLarge(Exception? exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded };
}
