using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Window;

/// <summary>What the buyer chose in the window.</summary>
internal sealed record ChoiceRequest(string? Method, string? Issuer, int Installments, string? Wallet, string? Bank, string? ConfirmFailure)
{
    /// <summary>The choice as the books keep it; null when it is not one that the window offers.</summary>
    public PaymentChoice? Read()
    {
        PaymentChoice? choice = this switch
        {
            { Method: "CARD", Issuer: { } issuer, Installments: 0 or (>= 2 and <= 12) } when CardCompany.Find(issuer)?.Code == issuer => new PaymentChoice.Card(issuer, Installments),
            { Method: "EASY_PAY", Wallet: { } wallet } when EasyPayProvider.Find(wallet)?.Code == wallet => new PaymentChoice.EasyPay(wallet),
            { Method: "TRANSFER", Bank: { } bank } when Banks.Code(bank) == bank => new PaymentChoice.Transfer(bank),
            { Method: "VIRTUAL_ACCOUNT", Bank: { } bank } when Banks.Code(bank) == bank => new PaymentChoice.VirtualAccount(bank),
            _ => null,
        };
        var isKnown = ConfirmFailure is null || ErrorTable.Find(ConfirmFailure) is not null;
        return isKnown && choice is not null ? choice with { ConfirmFailure = ConfirmFailure } : null;
    }
}
