using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A billing key and what it charges. The key can never be fetched again: keep it, encrypted.</summary>
public sealed record BillingAuthorization : ApiObject
{
    /// <summary>The key that charges. It may contain <c>=</c>.</summary>
    public required BillingKey BillingKey { get; init; }

    /// <summary>The buyer that it is bound to.</summary>
    public required string CustomerKey { get; init; }

    /// <summary>The provider's id of the shop.</summary>
    public string? MId { get; init; }

    /// <summary>When the buyer agreed.</summary>
    public DateTimeOffset? AuthenticatedAt { get; init; }

    /// <summary>Card or transfer.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>The card; null for an account.</summary>
    public BillingCard? Card { get; init; }

    /// <summary>The accounts; null for a card.</summary>
    public IReadOnlyList<BillingTransfer>? Transfers { get; init; }

    /// <summary>The wallet.</summary>
    public EasyPay? EasyPay { get; init; }

    /// <summary>The card company's name, up to version 2022-11-16.</summary>
    public string? CardCompany { get; init; }

    /// <summary>The masked number, up to version 2022-11-16.</summary>
    public string? CardNumber { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Method, AuthenticatedAt]);
}
