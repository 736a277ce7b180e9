using PaymentSdk.Sandbox.Answers;

namespace PaymentSdk.Sandbox.Window;

/// <summary>The messages that a failed window passes to the shop. They come from the API's error table.</summary>
internal static class WindowTexts
{
    public static string Of(string code, bool english) =>
        ErrorTable.Find(code == "USER_CANCEL" ? "PAY_PROCESS_CANCELED" : code)?.Message(english) ?? code;
}
