namespace PaymentSdk.AspNetCore.Origins;

/// <summary>Marks an endpoint that only pages of registered merchant origins may call.</summary>
internal interface IMerchantOriginMetadata
{
    /// <summary>The registration whose origins count; empty for the default one.</summary>
    string Merchant { get; }

    /// <summary>The value of <c>Access-Control-Allow-Headers</c>: a fixed list, never what was asked for (origins.md §4).</summary>
    string AllowedHeaders { get; }
}
