namespace PaymentSdk.Api;

/// <summary>
/// The sellers resource (v2): the sellers of a marketplace, who receive payouts. It requires a contract with the provider. Requests that create or
/// change a seller are encrypted with <c>Payment:SecurityKeys</c>. Every failed call throws a <see cref="PaymentException"/>.
/// </summary>
public interface ISellers
{
    /// <summary>Creates a seller. The call is idempotent under the request's idempotency key. The request is encrypted.</summary>
    /// <exception cref="ArgumentException">The API would refuse a member of the request; the message names the member and the rule.</exception>
    /// <exception cref="InvalidOperationException">No security key is configured.</exception>
    Task<Seller> CreateAsync(SellerRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a seller. The call is a query, so repeating it is safe.</summary>
    Task<Seller> GetAsync(string sellerId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the sellers. The next page is requested only when the caller reads on. A page that fails is requested again.</summary>
    /// <param name="pageSize">The number of rows per page: 1 to 100, default 100.</param>
    /// <param name="startingAfter">The seller id after which the listing begins; null begins at the first row.</param>
    /// <param name="options">The options of each call; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    IAsyncEnumerable<Seller> ListAsync(int pageSize = 100, string? startingAfter = null, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes a seller. The call is idempotent under the request's idempotency key. The request is encrypted.</summary>
    Task<Seller> UpdateAsync(string sellerId, SellerUpdate request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a seller. A second delete is refused and changes nothing.</summary>
    Task<DeletedEntity> DeleteAsync(string sellerId, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
