namespace PaymentSdk.Api.Wire;

/// <summary>The words of a failure: what happened, and what to do next.</summary>
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
            "Nothing was charged. The network is not the cause: fix what the inner exception names, or remove the handler from AddPaymentSdk().HttpClient. Many calls are made outside of any request.",
        PaymentFailureKind.NotSent => "Nothing was charged. Check the network and Payment:ApiBaseAddress, then try again.",
        _ when call.Operation.Kind is OperationKind.Query => "A query changes nothing: ask again later, and conclude nothing from this.",
        _ => "Query the payment by its payment key before anything else, and never with a new idempotency key.",
    };

    private static string Refused(PaymentErrorCode code) =>
        !ErrorCatalogue.TryFind(code, out var info)
            ? "The code is not known to this version: query the payment before anything else."
            : (info.Class, info.Actor) switch
            {
                (ErrorClass.BuyerActs, _) => "The buyer has to act: offer another card or method, under a new order id.",
                (ErrorClass.Conflict or ErrorClass.OutcomeUnknown, _) => "Query the payment, then decide.",
                (ErrorClass.Temporary, _) => "It is temporary: query the payment, then try again later.",
                (_, ErrorActor.Merchant) => "Check keys, contract and settings in the developer centre; the same request will be refused again.",
                _ => "Correct the request; the same one will be refused again.",
            };
}
