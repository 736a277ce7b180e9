using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A registered account.</summary>
public sealed record BrandPayAccount : ApiObject
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>What pays and removes it.</summary>
    public required string MethodKey { get; init; }

    /// <summary>Its product name.</summary>
    public string? AccountName { get; init; }

    /// <summary>Its number, masked.</summary>
    public string? AccountNumber { get; init; }

    /// <summary>The buyer's name for it.</summary>
    public string? Alias { get; init; }

    /// <summary>The bank.</summary>
    public BankCode? BankCode { get; init; }

    /// <summary>The name of its icon.</summary>
    public string? Icon { get; init; }

    /// <summary>Its icon.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? IconUrl { get; init; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>Whether it is in use.</summary>
    public BrandPayMethodStatus? Status { get; init; }

    /// <summary>Its colours.</summary>
    public BrandPayColor? Color { get; init; }

    /// <summary>Its promotions.</summary>
    public IReadOnlyList<Promotion>? Promotions { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [BankCode, Status]);
}
