using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The request to change a seller. Members that are null are not changed.</summary>
public sealed record SellerUpdate
{
    /// <summary>The new data of the business.</summary>
    public SellerCompany? Company { get; init; }

    /// <summary>The new data of the person.</summary>
    public SellerIndividual? Individual { get; init; }

    /// <summary>The new bank account that receives the payouts.</summary>
    public SellerAccount? Account { get; init; }

    /// <summary>The shop's own key-value pairs: at most 5, with keys of at most 40 and values of at most 500 characters.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>
    /// The names of optional members to delete, e.g. <c>metadata</c>. These members are sent as null. By default, no member is deleted.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>The idempotency key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [IdempotencyKey]);
}
