namespace PaymentSdk;

/// <summary>A sentence for the buyer or the shop's staff, in the two languages of the pages.</summary>
/// <param name="Korean">The sentence in Korean.</param>
/// <param name="English">The sentence in English.</param>
public sealed record BuyerText(string Korean, string English);
