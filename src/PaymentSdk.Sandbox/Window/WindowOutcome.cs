using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Window;

/// <summary>How a window ended, for the script: an address to go to, or what its promise settles with.</summary>
internal sealed record WindowOutcome(bool Succeeded)
{
    public string? ReturnUrl { get; init; }

    public WindowResult? Result { get; init; }

    public string? Code { get; init; }

    public string? Message { get; init; }

    /// <summary>Null while the buyer can still act.</summary>
    public static WindowOutcome? Of(Payment payment, bool english) => payment switch
    {
        { AuthenticatedAt: not null } => Success(payment),
        { Status: PaymentStatus.Expired } => Failure(payment.Session, "PAY_PROCESS_ABORTED", english),
        { Failure: { } failure } => Failure(payment.Session, failure.Code, english),
        { WindowClosed: true } => Failure(payment.Session, payment.Session.FailUrl is null ? "USER_CANCEL" : "PAY_PROCESS_CANCELED", english),
        _ => null,
    };

    private static WindowOutcome Success(Payment payment) => payment.Session.SuccessUrl is null
        ? new WindowOutcome(true) { Result = WindowResult.Of(payment) }
        : new WindowOutcome(true) { ReturnUrl = ReturnAddress.Success(payment) };

    private static WindowOutcome Failure(PaymentSession session, string code, bool english)
    {
        var message = WindowTexts.Of(code, english);
        return session.FailUrl is null
            ? new WindowOutcome(false) { Code = code, Message = message }
            : new WindowOutcome(false) { ReturnUrl = ReturnAddress.Failure(session, code, message) };
    }
}
