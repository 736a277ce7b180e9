using System.Globalization;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Doctor;

/// <summary>What the answer to a question for no payment tells of the address and of the key.</summary>
internal sealed record ApiVerdict(string Address, string Key)
{
    public PaymentCheckResult Of(string name, ApiAnswer answer)
    {
        var status = ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
        var code = PrintableText.Clean(answer.Error?.Code.Value) is { Length: > 0 } known ? $" {known}" : "";
        return ((int)answer.Status, answer.Error) switch
        {
            (404, not null) => new(name, PaymentCheckState.Ok, $"{Address} answers and takes the secret key {Key}."),
            (401 or 403, _) => new(
                name, PaymentCheckState.Fault, $"{Address} refuses the secret key {Key}: {status}{code}.",
                "Copy the secret key again from the developer centre; a key that was replaced there stops working. The sandbox takes only the pair that it was started with."),
            (429 or >= 500, _) => new(name, PaymentCheckState.Warning, $"{Address} answers {status}{code}: it is reachable but does not work now.", "Run the doctor again in a while."),
            _ => new(
                name, PaymentCheckState.Fault, $"{Address} answers {status}{code} to a question for a payment that does not exist; the payment API answers 404 with an error code.",
                "Check ApiBaseAddress: something else seems to answer there."),
        };
    }
}
