using Microsoft.Extensions.Primitives;

namespace PaymentSdk;

/// <summary>Origins of a source at one moment.</summary>
/// <param name="Origins">The origins, as a person wrote them.</param>
/// <param name="ChangeToken">Fires when the list is out of date.</param>
public sealed record MerchantOriginList(IReadOnlyList<string> Origins, IChangeToken ChangeToken);
