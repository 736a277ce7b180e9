namespace PaymentSdk.AspNetCore.Origins;

/// <inheritdoc cref="IMerchantOriginMetadata"/>
internal sealed class MerchantOriginMetadata(string merchant, IReadOnlyList<string> headers) : IMerchantOriginMetadata
{
    public string Merchant { get; } = merchant;

    public IReadOnlyList<string> Headers { get; } = headers;

    public string AllowedHeaders { get; } = string.Join(", ", headers);

    public bool IsGuarded => true;

    /// <summary>
    /// Adds to what a group or an earlier call said. A call that names no merchant keeps the one that was named: it must not open the
    /// endpoints of one merchant to the pages of another.
    /// </summary>
    public static MerchantOriginMetadata Join(IEnumerable<object> metadata, string? merchant, IReadOnlyList<string> headers)
    {
        var earlier = metadata.OfType<IMerchantOriginMetadata>().LastOrDefault();
        return new MerchantOriginMetadata(merchant ?? earlier?.Merchant ?? "", [.. (earlier?.Headers ?? []).Union(headers)]);
    }

    public override string ToString() => Merchant.Length == 0 ? "RequireMerchantOrigin" : $"RequireMerchantOrigin: {Merchant}";
}
