namespace PaymentSdk.AspNetCore.Origins;

/// <inheritdoc cref="IMerchantOriginMetadata"/>
internal sealed record MerchantOriginMetadata(string Merchant, string AllowedHeaders) : IMerchantOriginMetadata
{
    public override string ToString() => Merchant.Length == 0 ? "RequireMerchantOrigin" : $"RequireMerchantOrigin: {Merchant}";
}
