using PaymentSdk.Checkout.State;

namespace PaymentSdk.Tests.Architecture;

/// <summary>The state diagram in docs/states.md is generated from the table of transitions in the code.</summary>
public sealed class StateDrawingTests
{
    private const string Begin = "```mermaid\n", End = "```";

    [Fact]
    public void The_drawing_is_the_one_of_the_code()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "states.md")).ReplaceLineEndings("\n");
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var drawn = text[begin..text.IndexOf(End, begin, StringComparison.Ordinal)];

        Assert.True(Draw() == drawn, $"Put this drawing into docs/states.md:\n{Draw()}");
    }

    private static string Draw()
    {
        var states = Enum.GetValues<AttemptState>();
        var lines = new List<string> { "stateDiagram-v2", "    [*] --> Created" };
        foreach (var from in states)
        {
            // From these states, a query or an operator may move an attempt to any other state, so one line replaces a line for each.
            if (states.Where(to => to != from).All(to => AttemptStates.MayMove(from, to)))
                lines.Add($"    {from} --> any : by a query or an operator");
            else
                lines.AddRange(states.Where(to => AttemptStates.MayMove(from, to)).Select(to => $"    {from} --> {to}"));
        }

        lines.AddRange(states.Where(from => !states.Any(to => AttemptStates.MayMove(from, to))).Select(last => $"    {last} --> [*]"));
        return string.Join('\n', lines) + '\n';
    }
}
