using System.Runtime.CompilerServices;
using System.Text;

namespace PaymentSdk.Values;

/// <summary>
/// Prints the members of a record that its <c>PrintMembers</c> lists, and no others. A member that is added later stays out of logs until it is
/// listed.
/// </summary>
internal static class Printed
{
    /// <summary>Prints the shown members with their values. A hidden member prints as <c>***</c>, or as nothing when it is null.</summary>
    /// <param name="builder">The builder that the record prints to.</param>
    /// <param name="shown">The members to show, in brackets: <c>[OrderId, Amount]</c>.</param>
    /// <param name="hidden">The members to hide, in brackets. They print as <c>***</c>.</param>
    /// <param name="shownNames">Filled in by the compiler.</param>
    /// <param name="hiddenNames">Filled in by the compiler.</param>
    public static bool Only(
        StringBuilder builder,
        ReadOnlySpan<object?> shown,
        ReadOnlySpan<object?> hidden = default,
        [CallerArgumentExpression(nameof(shown))] string shownNames = "",
        [CallerArgumentExpression(nameof(hidden))] string hiddenNames = "")
    {
        ArgumentNullException.ThrowIfNull(builder);
        var separator = Append(builder, "", shown, shownNames);
        Append(builder, separator, hidden, hiddenNames, mask: "***");
        return true;
    }

    /// <summary>Prints the shown members after the members of the base record.</summary>
    /// <param name="builder">The builder that the record prints to.</param>
    /// <param name="shown">The members to show, in brackets: <c>[OrderId, Amount]</c>.</param>
    /// <param name="shownNames">Filled in by the compiler.</param>
    public static bool More(StringBuilder builder, ReadOnlySpan<object?> shown, [CallerArgumentExpression(nameof(shown))] string shownNames = "")
    {
        Append(builder, ", ", shown, shownNames);
        return true;
    }

    private static string Append(StringBuilder builder, string separator, ReadOnlySpan<object?> values, string written, string? mask = null)
    {
        var names = written.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries);
        for (var at = 0; at < values.Length; at++, separator = ", ")
            builder.Append(separator).Append(names[at]).Append(" = ").Append(values[at] is { } value ? mask ?? value : null);
        return separator;
    }
}
