namespace PaymentSdk.Api.Json;

/// <summary>
/// The members of an object that are required, and those that decide something. An answer is unusable when a deciding member appears twice
/// with different values, or when it cannot be read and the rest would mean something else without it.
/// </summary>
/// <param name="Required">The members that must be present and not null. They also decide.</param>
/// <param name="Deciding">The paths of further members that decide, e.g.
/// <c>cancels[].cancelAmount</c>. A member that contains one also decides.</param>
/// <param name="Dispensable">The deciding members that may be dropped when they cannot be read: the rest keeps its meaning without them.</param>
internal sealed record MemberRules(IReadOnlyList<string> Required, IReadOnlyList<string> Deciding, IReadOnlyList<string> Dispensable)
{
    /// <summary>Creates rules in which only the required members decide.</summary>
    public static MemberRules Require(params string[] required) => new(required, [], []);

    /// <summary>Returns whether the member at this path decides, or contains a member that decides.</summary>
    public bool Decides(string path) => Required.Any(member => Contains(path, member)) || Deciding.Any(member => Contains(path, member));

    /// <summary>Returns whether the member at this path may be dropped when it cannot be read.</summary>
    public bool MayBeDropped(string path) => !Decides(path) || Dispensable.Contains(path);

    private static bool Contains(string path, string member) =>
        member.StartsWith(path, StringComparison.Ordinal) && (member.Length == path.Length || member[path.Length] is '.' or '[');
}
