namespace PaymentSdk.Api.Wire;

/// <summary>
/// Decides whether a call is sent again, with the same bytes and key (docs/spec/failures.md §4). A POST is sent again only when no answer was
/// received or while an earlier send is in flight. A window confirm is also sent again, once, on 5xx and 429: its payment key is single-use.
/// </summary>
internal static class ResendRule
{
    /// <summary>How often a call is sent again when no answer is received.</summary>
    private const int UnansweredResends = 2;

    /// <summary>How often a query is sent again after a 5xx.</summary>
    private const int QueryResends = 2;

    /// <summary>The maximum number of resends of a call while an earlier send is in flight. The total timeout usually ends the call first.</summary>
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

    // An answer was received, and the next one would be just as large.
    private static bool IsTooLarge(Exception? exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded };
}
