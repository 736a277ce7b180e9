using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What to change of a seller; null leaves a member as it is.</summary>
public sealed record SellerUpdate
{
    /// <summary>The business.</summary>
    public SellerCompany? Company { get; init; }

    /// <summary>The person.</summary>
    public SellerIndividual? Individual { get; init; }

    /// <summary>Where its money goes.</summary>
    public SellerAccount? Account { get; init; }

    /// <summary>The shop's own pairs.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Optional members to delete, e.g. <c>metadata</c>: they are sent as null. Default none.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>The key of this POST; a new one by default. Keep it to repeat the call safely.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IdempotencyKey IdempotencyKey { get; init; } = IdempotencyKey.New();

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [IdempotencyKey]);
}
