namespace PaymentSdk.Sandbox.Stores;

/// <summary>A card that the buyer gave by its number. The number itself is not kept: only what the API shows of it.</summary>
internal sealed record CardDetails(string MaskedNumber, string IssuerCode, string CompanyName, string? Refusal)
{
    /// <summary>The numbers that were seen to be refused at approval, after their key was issued (docs/spec/payment-api.md §8).</summary>
    private static readonly string[] _refusedTypes = ["4330", "5520"];

    public static CardDetails Of(string number, CardCompany? company = null) => new(
        Mask(number), company?.Code ?? "61", company?.Korean ?? "현대", _refusedTypes.Any(prefix => number.StartsWith(prefix, StringComparison.Ordinal)) ? "NOT_SUPPORTED_CARD_TYPE" : null);

    public override string ToString() => MaskedNumber;

    private static string Mask(string number) => $"{number[..8]}****{number[12..^1]}*";
}
