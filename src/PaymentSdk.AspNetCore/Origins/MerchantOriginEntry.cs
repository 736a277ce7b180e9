namespace PaymentSdk.AspNetCore.Origins;

/// <summary>One origin to register, as a person wrote it, with its location: a configuration key or an argument.</summary>
internal readonly record struct MerchantOriginEntry(string Setting, string? Text);
