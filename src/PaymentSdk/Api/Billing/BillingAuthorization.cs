using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A billing key and the card or account that it charges. The API never returns the key again, so store it encrypted.</summary>
public sealed record BillingAuthorization : ApiObject
{
    /// <summary>The billing key. It may contain <c>=</c>.</summary>
    public required BillingKey BillingKey { get; init; }

    /// <summary>The customer key to which the billing key is bound.</summary>
    public required string CustomerKey { get; init; }

    /// <summary>The id of the shop at the gateway (merchant id).</summary>
    public string? MId { get; init; }

    /// <summary>The time at which the buyer authorized the billing key.</summary>
    public DateTimeOffset? AuthenticatedAt { get; init; }

    /// <summary>The payment method: card or transfer.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>The registered card; null for an account.</summary>
    public BillingCard? Card { get; init; }

    /// <summary>The registered accounts; null for a card.</summary>
    public IReadOnlyList<BillingTransfer>? Transfers { get; init; }

    /// <summary>The wallet in which the card or account is registered; null when there is none.</summary>
    public EasyPay? EasyPay { get; init; }

    /// <summary>The name of the card company, in API versions up to 2022-11-16.</summary>
    public string? CardCompany { get; init; }

    /// <summary>The masked card number, in API versions up to 2022-11-16.</summary>
    public string? CardNumber { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Method, AuthenticatedAt]);
}
