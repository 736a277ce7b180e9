namespace PaymentSdk.Values;

/// <summary>
/// Generates the members that every value whose set may grow has: <c>Value</c>, <c>From</c>, <c>TryParse</c>, <c>ToString</c>, and the converters
/// of its text. A member that the struct declares itself is not generated.
/// </summary>
/// <param name="noun">The noun for the value, for the documentation of <c>From</c>, e.g. <c>status</c>.</param>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class OpenValueAttribute(string noun) : Attribute
{
    public string Noun { get; } = noun;
}
