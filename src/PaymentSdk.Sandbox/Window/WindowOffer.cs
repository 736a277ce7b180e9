using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Window;

/// <summary>What the window may offer of cards and wallets.</summary>
/// <param name="Company">The only card company; null for every one of the window.</param>
/// <param name="Wallet">The only wallet; null for every one of the window.</param>
/// <param name="Installments">The months that the shop fixed; null when the buyer chooses.</param>
/// <param name="MaxInstallments">The most months that the buyer may choose.</param>
internal sealed record WindowOffer(WindowOrganization? Company, WindowOrganization? Wallet, int? Installments, int MaxInstallments)
{
    public static WindowOffer? Of(MethodTerms? terms) => terms is null
        ? null
        : new WindowOffer(
            terms.Company is { } company ? new WindowOrganization(company.Code, company.Korean, company.English) : null,
            terms.Wallet is { } wallet ? new WindowOrganization(wallet.Code, wallet.Korean, wallet.Code) : null,
            terms.Installments,
            terms.MaxInstallments);
}

/// <summary>A card company or a wallet as the window names it.</summary>
internal sealed record WindowOrganization(string Code, string Ko, string En);
