namespace PaymentSdk.Sandbox.Window;

/// <summary>The messages that a failed window hands to the shop.</summary>
internal static class WindowTexts
{
    public static string Of(string code, bool english) => (code, english) switch
    {
        ("USER_CANCEL" or "PAY_PROCESS_CANCELED", false) => "구매자가 결제를 취소했습니다.",
        ("USER_CANCEL" or "PAY_PROCESS_CANCELED", true) => "The buyer canceled the payment.",
        ("PAY_PROCESS_ABORTED", false) => "결제 진행 중 결제가 중단되었습니다.",
        ("PAY_PROCESS_ABORTED", true) => "The payment was aborted while it was being made.",
        (_, false) => $"결제에 실패했습니다. ({code})",
        (_, true) => $"The payment failed. ({code})",
    };
}
