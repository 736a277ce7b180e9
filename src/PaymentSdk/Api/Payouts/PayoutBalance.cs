using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What can be paid out.</summary>
public sealed record PayoutBalance : ApiObject
{
    /// <summary>Not yet to be paid out.</summary>
    [JsonConverter(typeof(MoneyConverter))]
    public Money? PendingAmount { get; init; }

    /// <summary>To be paid out now.</summary>
    [JsonConverter(typeof(MoneyConverter))]
    public Money? AvailableAmount { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [PendingAmount, AvailableAmount]);
}
