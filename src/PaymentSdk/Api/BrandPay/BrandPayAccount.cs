using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A bank account that a buyer has registered with BrandPay.</summary>
public sealed record BrandPayAccount : ApiObject
{
    /// <summary>The id of the account.</summary>
    public string? Id { get; init; }

    /// <summary>The method key, with which the account is charged or removed.</summary>
    public required string MethodKey { get; init; }

    /// <summary>The product name of the account.</summary>
    public string? AccountName { get; init; }

    /// <summary>The masked account number.</summary>
    public string? AccountNumber { get; init; }

    /// <summary>The name that the buyer gave to the account.</summary>
    public string? Alias { get; init; }

    /// <summary>The code of the bank.</summary>
    public BankCode? BankCode { get; init; }

    /// <summary>The name of the account's icon.</summary>
    public string? Icon { get; init; }

    /// <summary>The URL of the account's icon.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? IconUrl { get; init; }

    /// <summary>The time at which the account was registered.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>Whether the account is in use or removed.</summary>
    public BrandPayMethodStatus? Status { get; init; }

    /// <summary>The colors in which to show the account.</summary>
    public BrandPayColor? Color { get; init; }

    /// <summary>The promotions that apply to the account.</summary>
    public IReadOnlyList<Promotion>? Promotions { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [BankCode, Status]);
}
