namespace PaymentSdk.Values;

/// <summary>
/// Gives a value whose set may grow the members that every such value has: <c>Value</c>, <c>From</c>, <c>TryParse</c>, <c>ToString</c>, and the
/// converters of its text. What the struct declares itself is left to it.
/// </summary>
/// <param name="noun">What the value is, for the documentation of <c>From</c>: <c>status</c>.</param>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class OpenValueAttribute(string noun) : Attribute
{
    public string Noun { get; } = noun;
}
