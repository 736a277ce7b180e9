using System.Text.Json.Serialization;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The kind of a virtual account. The Korean and the English word compare as equal; <see cref="Value"/> keeps the received word. An unknown account
/// type is kept as received.
/// </summary>
[JsonConverter(typeof(PaymentValueJsonConverter<VirtualAccountType>)), OpenValue("account type")]
public readonly partial record struct VirtualAccountType : IOpenValue<VirtualAccountType>
{
    private static readonly OpenWords Words = new(
        ["일반", "NORMAL", "GENERAL"],
        ["고정", "FIXED"]);

    /// <summary>The account was issued for one payment.</summary>
    public static VirtualAccountType Normal { get; } = new("일반");

    /// <summary>The account belongs permanently to one buyer.</summary>
    public static VirtualAccountType Fixed { get; } = new("고정");

    /// <summary>Returns whether both values mean the same account type.</summary>
    public bool Equals(VirtualAccountType other) => Words.Known(Value) == Words.Known(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Known(Value).GetHashCode(StringComparison.Ordinal);
}
