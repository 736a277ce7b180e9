namespace PaymentSdk.Sandbox.Answers;

/// <summary>One error of the API: its code, HTTP status and message in both languages.</summary>
internal sealed record ErrorRow(string Code, int Status, string Korean, string English)
{
    public string Message(bool english) => english ? English : Korean;
}
