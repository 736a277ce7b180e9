using System.Globalization;

namespace PaymentSdk.Api.Wire;

/// <summary>
/// Decides whether a failed call was surely not sent, was refused, or has an unknown outcome; no other type decides this. The worst send of a call
/// determines its outcome (docs/spec/failures.md §3). Messages say what to do next. They contain no secret, and from a body only the error code.
/// </summary>
internal static class CallFailure
{
    /// <summary>Creates the exception for an answer that is not a success.</summary>
    public static PaymentException Answered(ApiCall call, ApiAnswer answer)
    {
        var code = answer.Error?.Code ?? default;
        var kind = answer.IsRefusal && IsFirstAnswer(call) ? PaymentFailureKind.Refused : PaymentFailureKind.Unknown;
        var why = string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)answer.Status}, {(code.Value.Length > 0 ? code.Value : "no error code")}");
        return Make(call, kind, why, null);
    }

    /// <summary>Creates the exception for a successful answer that cannot be read.</summary>
    public static PaymentException Unreadable(ApiCall call, UnreadableAnswerException exception) =>
        Make(call, PaymentFailureKind.Unknown, $"the answer cannot be used: {exception.Message}", exception);

    /// <summary>
    /// Creates the exception for a call whose last send did not leave or was not answered completely. The cause is the network, a timeout or
    /// a handler of the shop.
    /// </summary>
    public static PaymentException NoAnswer(ApiCall call, Exception exception)
    {
        call.EndWith(exception);
        var kind = call.Sends.All(send => send is SendResult.NotSent) ? PaymentFailureKind.NotSent : PaymentFailureKind.Unknown;
        var why = exception is HttpRequestException { HttpRequestError: var error } ? error.ToString() : exception.GetType().Name;
        return Make(call, kind, why, exception);
    }

    /// <summary>Creates the exception for a call whose secret key is no longer configured.</summary>
    public static PaymentException SecretGone(ApiOperation operation) => new(
        $"The secret key that this {operation.Name} was begun with is no longer configured, so nothing was sent. Add it to PreviousSecretKeys, or query the payment with the current key.",
        PaymentFailureKind.NotSent);

    /// <summary>
    /// Returns the result of a send that threw an exception. Only the four errors that are named here are known to occur before the request
    /// leaves; after any other error, the request may have left (docs/spec/failures.md §3).
    /// </summary>
    public static SendResult Of(Exception exception) => exception switch
    {
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.ProxyTunnelError or HttpRequestError.SecureConnectionError
        } => SendResult.NotSent,
        _ => SendResult.NoAnswer,
    };

    // A refusal decides the call only if no earlier send may have been processed. A query changes nothing, so its last answer decides.
    private static bool IsFirstAnswer(ApiCall call) =>
        call.Operation.Kind is OperationKind.Query || call.Sends.SkipLast(1).All(send => send is SendResult.NotSent);

    private static PaymentException Make(ApiCall call, PaymentFailureKind kind, string why, Exception? inner)
    {
        var answer = call.LastAnswer;
        var trace = call.TraceId is { } id ? $", trace {id}" : "";
        return new PaymentException(
            $"{FailureAdvice.What(call, kind)} ({why}{trace}). {FailureAdvice.Next(call, kind)}",
            kind,
            answer?.Error?.Code ?? default,
            answer is null ? null : (int)answer.Status,
            call.TraceId,
            inner)
        {
            Contradiction = (inner as UnreadableAnswerException)?.Contradiction,
        };
    }
}

/// <summary>Writes the message of a failure: what happened, and what to do next.</summary>
internal static class FailureAdvice
{
    public static string What(ApiCall call, PaymentFailureKind kind) => kind switch
    {
        PaymentFailureKind.Refused => $"The payment API refused the {call.Operation.Name}",
        PaymentFailureKind.NotSent when call.HandlerFailure is not null => $"The {call.Operation.Name} was not sent: the HTTP client of the shop failed before the network",
        PaymentFailureKind.NotSent => $"The {call.Operation.Name} was not sent: the payment API could not be reached",
        _ when call.Operation.Kind is OperationKind.Query => $"The {call.Operation.Name} gave no usable answer",
        _ => $"Whether the {call.Operation.Name} took effect is not known",
    };

    public static string Next(ApiCall call, PaymentFailureKind kind) => kind switch
    {
        PaymentFailureKind.Refused => Refused(call.LastAnswer!.Error!.Code),
        PaymentFailureKind.NotSent when call.HandlerFailure is not null =>
            "Nothing was charged. The network is not the cause: fix what the inner exception names, or remove the handler from AddPaymentSdk().HttpClient. Many payment calls are made outside of any HTTP request of the host.",
        PaymentFailureKind.NotSent => "Nothing was charged. Check the network and Payment:ApiBaseAddress, then try again.",
        _ when call.Operation.Kind is OperationKind.Query => "A query changes nothing, so repeat it later. Do not draw a conclusion from this failure.",
        _ => "Query the payment by its payment key before any other step, and do not repeat the call with a new idempotency key.",
    };

    private static string Refused(PaymentErrorCode code) =>
        !ErrorCatalog.TryFind(code, out var info)
            ? "The code is not known to this version: query the payment before anything else."
            : (info.Class, info.Actor) switch
            {
                (ErrorClass.BuyerActs, _) => "The buyer has to act: offer another card or method, under a new order id.",
                (ErrorClass.Conflict or ErrorClass.OutcomeUnknown, _) => "Query the payment, then decide.",
                (ErrorClass.Temporary, _) => "The error is temporary: query the payment, then try again later.",
                (_, ErrorActor.Merchant) => "Check keys, contract and settings in the developer center; the same request will be refused again.",
                _ => "Correct the request; the same one will be refused again.",
            };
}
