using System.Text;
using PaymentSdk.Sandbox.Answers;

namespace PaymentSdk.Sandbox.Faults;

/// <summary>The answers that faults return in place of the real one, or derive from it.</summary>
internal static class FaultAnswers
{
    /// <summary>The answer of a proxy in front of the API when the API is unavailable.</summary>
    public static ApiAnswer BadGateway { get; } = new(
        502, Encoding.UTF8.GetBytes("<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n"), "text/html");

    /// <summary>Returns the answer that replaces the work, or null if the work must be done.</summary>
    public static ApiAnswer? InsteadOfWork(SandboxFaultKind? kind, bool english) => kind switch
    {
        SandboxFaultKind.Status500 or SandboxFaultKind.Replay5xx => Failed(english),
        SandboxFaultKind.Status429 => ApiAnswer.Error(429, "TOO_MANY_REQUESTS", "Too many requests."),
        SandboxFaultKind.UnknownCode => Undocumented(),
        SandboxFaultKind.DuplicateOrderId => ApiAnswer.Error("DUPLICATED_ORDER_ID", english),
        SandboxFaultKind.ReplayTemporary4xx => ApiAnswer.Error("PROVIDER_ERROR", english),
        _ => null,
    };

    /// <summary>Returns the answer after the work was done, which a fault may replace with an error.</summary>
    public static ApiAnswer AfterWork(SandboxFaultKind? kind, ApiAnswer answer, bool english) => kind switch
    {
        SandboxFaultKind.Status500AfterWork => Failed(english),
        SandboxFaultKind.UnknownCodeAfterWork => Undocumented(),
        _ => answer,
    };

    /// <summary>Returns the answer as the client receives it, which a fault may replace or falsify.</summary>
    public static ApiAnswer OnTheWay(SandboxFaultKind? kind, ApiAnswer answer) => kind switch
    {
        SandboxFaultKind.Html502AfterWork => BadGateway,
        SandboxFaultKind.WrongPayment when answer.Status == 200 => AlteredAnswer.AnotherPayment(answer),
        SandboxFaultKind.WrongAmount when answer.Status == 200 => AlteredAnswer.AnotherAmount(answer),
        _ => answer,
    };

    public static ApiAnswer Failed(bool english) => ApiAnswer.Error("FAILED_INTERNAL_SYSTEM_PROCESSING", english);

    private static ApiAnswer Undocumented() => ApiAnswer.Error(400, "SANDBOX_UNDOCUMENTED_CODE", "An undocumented code.");
}
