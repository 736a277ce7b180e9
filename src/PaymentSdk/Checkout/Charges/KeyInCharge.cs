using System.Text;

namespace PaymentSdk;

/// <summary>
/// A charge of a card whose number the buyer gave to the shop. It requires a separate contract with the provider. No card data is stored.
/// </summary>
public sealed record KeyInCharge : Charge
{
    /// <summary>The card number; at most 20 digits, without separators.</summary>
    public required string CardNumber { get; init; }

    /// <summary>The year in which the card expires; two digits.</summary>
    public required string CardExpirationYear { get; init; }

    /// <summary>The month in which the card expires; two digits, 01 to 12.</summary>
    public required string CardExpirationMonth { get; init; }

    /// <summary>The card holder's birth date as YYMMDD, or a business number of 10 digits.</summary>
    public required string CustomerIdentityNumber { get; init; }

    /// <summary>The first two digits of the card's password; required by some contracts. Default null.</summary>
    public string? CardPassword { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
