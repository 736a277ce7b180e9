using System.Text;

namespace PaymentSdk;

/// <summary>Charges a card whose number the buyer told the shop; by contract. Nothing of the card is kept.</summary>
public sealed record KeyInCharge : Charge
{
    /// <summary>Digits only, at most 20.</summary>
    public required string CardNumber { get; init; }

    /// <summary>Two digits.</summary>
    public required string CardExpirationYear { get; init; }

    /// <summary>Two digits, 01 to 12.</summary>
    public required string CardExpirationMonth { get; init; }

    /// <summary>Birth date as YYMMDD, or a business number of 10 digits.</summary>
    public required string CustomerIdentityNumber { get; init; }

    /// <summary>The first two digits of the card's password; mandatory by some contracts.</summary>
    public string? CardPassword { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
