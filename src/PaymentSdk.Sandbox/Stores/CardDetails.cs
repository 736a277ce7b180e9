namespace PaymentSdk.Sandbox.Stores;

/// <summary>A card whose number the buyer entered. Only the parts that the API shows are stored, not the number itself.</summary>
internal sealed record CardDetails(string MaskedNumber, string IssuerCode, string CompanyName, string? Refusal)
{
    /// <summary>
    /// The first digits of cards that the real service refused at approval, after it had issued a billing key (docs/spec/payment-api.md §8).
    /// </summary>
    private static readonly string[] _refusedTypes = ["4330", "5520"];

    public static CardDetails Of(string number, CardCompany? company = null) => new(
        Mask(number), company?.Code ?? "61", company?.Korean ?? "현대", _refusedTypes.Any(prefix => number.StartsWith(prefix, StringComparison.Ordinal)) ? "NOT_SUPPORTED_CARD_TYPE" : null);

    public override string ToString() => MaskedNumber;

    private static string Mask(string number) => $"{number[..8]}****{number[12..^1]}*";
}
