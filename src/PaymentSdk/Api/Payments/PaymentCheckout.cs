using System.Text;
using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The page on which the buyer pays.</summary>
public sealed record PaymentCheckout : ApiObject
{
    /// <summary>The URL of the payment page (https, or http on loopback); null when the answer contains any other URL.</summary>
    [JsonConverter(typeof(PageAddressConverter))]
    public string? Url { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [], [Url]);
}
