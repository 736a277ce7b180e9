namespace PaymentSdk.Values;

/// <summary>
/// Generates the members that every open value (<see cref="IOpenValue{TSelf}"/>) has: <c>Value</c>, <c>From</c>, <c>TryParse</c>, <c>ToString</c>,
/// and the converters of its text. A member that the struct declares itself is not generated.
/// </summary>
/// <param name="noun">The noun that the documentation of <c>From</c> uses for the value, e.g. <c>status</c>.</param>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class OpenValueAttribute(string noun) : Attribute
{
    public string Noun { get; } = noun;
}
