namespace PaymentSdk.Values;

/// <summary>
/// Generates the members that every opaque text of the API has (<see cref="WireText"/>): <c>Value</c>, <c>Parse</c>, <c>TryParse</c>,
/// <c>ToString</c>, and the converters of its text. A member that the struct declares itself is not generated.
/// </summary>
/// <param name="name">The name with its article, as messages and documentation use it, e.g. <c>a payment key</c>.</param>
/// <param name="shortest">The minimum number of characters.</param>
/// <param name="longest">The maximum number of characters.</param>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class OpaqueTextAttribute(string name, int shortest, int longest) : Attribute
{
    public string Name { get; } = name;

    public int Shortest { get; } = shortest;

    public int Longest { get; } = longest;

    /// <summary>Whether the value is a secret. A secret prints as <c>***</c>, and no message repeats it.</summary>
    public bool IsSecret { get; init; }
}
