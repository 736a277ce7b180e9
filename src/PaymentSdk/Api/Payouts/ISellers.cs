namespace PaymentSdk.Api;

/// <summary>The sellers of a marketplace, who receive payouts (v2; by contract). Requests travel encrypted under <c>Payment:SecurityKeys</c>. Every failure is a <see cref="PaymentException"/>.</summary>
public interface ISellers
{
    /// <summary>Creates a seller. Idempotent under its key. Encrypted.</summary>
    /// <exception cref="ArgumentException">A member could only be refused; the message names it and the rule.</exception>
    /// <exception cref="InvalidOperationException">No security key is configured.</exception>
    Task<Seller> CreateAsync(SellerRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a seller. A query.</summary>
    Task<Seller> GetAsync(string sellerId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the sellers, asking for the next page only when it is wanted. A query.</summary>
    /// <param name="pageSize">How many rows to ask for at once: 1 to 100, default 100.</param>
    /// <param name="startingAfter">Begins behind this seller id; default at the beginning.</param>
    /// <param name="options">What this call asks for beyond that.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    IAsyncEnumerable<Seller> ListAsync(int pageSize = 100, string? startingAfter = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes a seller. Idempotent under its key. Encrypted.</summary>
    Task<Seller> UpdateAsync(string sellerId, SellerUpdate request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a seller. Deleting it twice is refused and changes nothing.</summary>
    Task<DeletedEntity> DeleteAsync(string sellerId, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
