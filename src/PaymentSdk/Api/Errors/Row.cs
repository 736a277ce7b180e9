namespace PaymentSdk.Api.Errors;

/// <summary>Creates the rows of the catalog. Each error class has its own method, so that the rows read like lines of a table.</summary>
internal static class Row
{
    public static ErrorInfo BuyerActs(string code, int? status, string korean, string english) =>
        Of(code, status, ErrorClass.BuyerActs, ErrorActor.Buyer, new BuyerText(korean, english));

    public static ErrorInfo NotRetryable(string code, int? status, ErrorActor actor, BuyerText text) =>
        Of(code, status, ErrorClass.NotRetryable, actor, text);

    public static ErrorInfo OutcomeUnknown(string code, int? status, BuyerText text) =>
        Of(code, status, ErrorClass.OutcomeUnknown, ErrorActor.Sdk, text);

    public static ErrorInfo Conflict(string code, int? status, BuyerText text) =>
        Of(code, status, ErrorClass.Conflict, ErrorActor.Sdk, text);

    public static ErrorInfo Temporary(string code, int? status, BuyerText text) =>
        Of(code, status, ErrorClass.Temporary, ErrorActor.Sdk, text);

    private static ErrorInfo Of(string code, int? status, ErrorClass kind, ErrorActor actor, BuyerText text) => new()
    {
        Code = PaymentErrorCode.From(code),
        StatusCode = status,
        Class = kind,
        Actor = actor,
        BuyerText = text,
    };
}
