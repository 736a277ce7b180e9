namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>Why a payment was refused, in the catalogue's words: never the gateway's message (money.md §10).</summary>
internal sealed record FailureAnswer(string Code, BuyerTextAnswer BuyerText)
{
    private static readonly BuyerTextAnswer UnknownCode = new(
        "결제가 승인되지 않았습니다. 다른 결제 수단으로 다시 시도해 주세요.",
        "The payment was not approved. Please try again with another payment method.");

    public static FailureAnswer? Of(PaymentErrorCode? code) => code is not { } known ? null : new(
        known.Value,
        ErrorCatalogue.TryFind(known, out var info) ? new(info.BuyerText.Korean, info.BuyerText.English) : UnknownCode);
}
