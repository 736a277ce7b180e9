using System.Text;

namespace PaymentSdk.Simulation.Provider;

/// <summary>Answers whose content differs from what happened.</summary>
internal static class AlteredAnswers
{
    public static Answer Of(Answer answer, WireFaultKind kind)
    {
        var text = Encoding.UTF8.GetString(answer.Body);
        text = kind switch
        {
            WireFaultKind.WrongPayment => text.Replace("\"paymentKey\":\"pay_", "\"paymentKey\":\"pay_other_", StringComparison.Ordinal).Replace("\"orderId\":\"", "\"orderId\":\"other-", StringComparison.Ordinal),
            // The answer names no transaction, so that it cannot be recorded as a money movement.
            WireFaultKind.WrongAmount => text.Replace("\"totalAmount\":", "\"totalAmount\":1", StringComparison.Ordinal).Replace("\"lastTransactionKey\":\"txn_", "\"lastTransactionKey\":null,\"otherKey\":\"txn_", StringComparison.Ordinal),
            // Two parsers would read two different statuses.
            WireFaultKind.Contradiction => text.Replace("\"status\":", "\"status\":\"CANCELED\",\"status\":", StringComparison.Ordinal),
            // The text contains a character that a database refuses.
            WireFaultKind.DirtyText => text.Replace("\"receipt\":{\"url\":\"https", "\"receipt\":{\"url\":\"\\u0000https", StringComparison.Ordinal),
            _ => text,
        };
        return answer with { Body = Encoding.UTF8.GetBytes(text) };
    }
}
