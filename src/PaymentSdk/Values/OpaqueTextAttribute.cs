namespace PaymentSdk.Values;

/// <summary>
/// Gives an opaque text of the wire (<see cref="WireText"/>) the members that every such value has: <c>Value</c>, <c>Parse</c>, <c>TryParse</c>,
/// <c>ToString</c>, and the converters of its text. What the struct declares itself is left to it.
/// </summary>
/// <param name="name">With its article, as messages and documentation call it: <c>a payment key</c>.</param>
/// <param name="shortest">The fewest characters that it may have.</param>
/// <param name="longest">The most characters that it may have.</param>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class OpaqueTextAttribute(string name, int shortest, int longest) : Attribute
{
    public string Name { get; } = name;

    public int Shortest { get; } = shortest;

    public int Longest { get; } = longest;

    /// <summary>Whether it opens a door: then it prints as <c>***</c>, and no message repeats it.</summary>
    public bool IsSecret { get; init; }
}
