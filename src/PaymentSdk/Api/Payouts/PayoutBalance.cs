using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The balance from which payouts are made.</summary>
public sealed record PayoutBalance : ApiObject
{
    /// <summary>The amount that cannot be paid out yet.</summary>
    [JsonConverter(typeof(MoneyConverter))]
    public Money? PendingAmount { get; init; }

    /// <summary>The amount that can be paid out now.</summary>
    [JsonConverter(typeof(MoneyConverter))]
    public Money? AvailableAmount { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [PendingAmount, AvailableAmount]);
}
