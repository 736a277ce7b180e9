namespace PaymentSdk.Api.Json;

/// <summary>
/// Which members of an object must be there, and which ones decide something: an answer in which such a member is given twice with
/// different values says nothing, and neither does one in which it cannot be read, since without it the rest would say something else.
/// </summary>
/// <param name="Required">Members that must be there and not null; they decide.</param>
/// <param name="Deciding">Paths that decide besides, e.g. <c>cancels[].cancelAmount</c>. What contains one of them decides too.</param>
/// <param name="Dispensable">Those of <paramref name="Deciding"/> without which the rest says the same, only less.</param>
internal sealed record MemberRules(IReadOnlyList<string> Required, IReadOnlyList<string> Deciding, IReadOnlyList<string> Dispensable)
{
    /// <summary>Only what must be there decides.</summary>
    public static MemberRules Require(params string[] required) => new(required, [], []);

    /// <summary>Whether the member of this path decides, or contains one that does.</summary>
    public bool Decides(string path) => Required.Any(member => Contains(path, member)) || Deciding.Any(member => Contains(path, member));

    /// <summary>Whether the member of this path may be dropped when it cannot be read.</summary>
    public bool MayBeDropped(string path) => !Decides(path) || Dispensable.Contains(path);

    private static bool Contains(string path, string member) =>
        member.StartsWith(path, StringComparison.Ordinal) && (member.Length == path.Length || member[path.Length] is '.' or '[');
}
