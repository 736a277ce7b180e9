using Microsoft.Extensions.Primitives;

namespace PaymentSdk;

/// <summary>The origins of a source at one time.</summary>
/// <param name="Origins">The origins, as a person wrote them.</param>
/// <param name="ChangeToken">The token that fires when the list is out of date.</param>
public sealed record MerchantOriginList(IReadOnlyList<string> Origins, IChangeToken ChangeToken);
