using PaymentSdk.Checkout.State;
using PaymentSdk.Simulation.Command;
using PaymentSdk.Simulation.Provider;
using Xunit;

namespace PaymentSdk.Simulation.Tests;

/// <summary>Compares the written lists of what a run of ten minutes must cover with the rules, so that they do not merely record what histories happen to reach.</summary>
public sealed class WrittenLists
{
    [Fact]
    public void The_legal_transitions_are_those_of_the_rules()
    {
        var states = Enum.GetValues<AttemptState>();
        var legal = states.SelectMany(from => states.Where(to => AttemptStates.MayMove(from, to)).Select(to => $"{from}→{to}"));

        Assert.Equal([.. legal.Append("-→Created").Order(StringComparer.Ordinal)], WrittenTransitions.Legal.ToList());
    }

    [Fact]
    public void Every_transition_that_histories_must_reach_is_legal()
    {
        Assert.Subset(WrittenTransitions.Legal.ToHashSet(), WrittenTransitions.All.ToHashSet());
        Assert.Equal(15, WrittenTransitions.Legal.Count - WrittenTransitions.All.Count);
    }

    [Fact]
    public void The_copy_that_a_break_is_built_from_has_every_project_that_the_simulator_refers_to()
    {
        var projects = Breaks.Sources.Select(source => Path.Combine(Breaks.Root, source)).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj")).Select(Path.GetFullPath).ToHashSet();

        foreach (var project in projects)
        {
            foreach (var reference in System.Xml.Linq.XDocument.Load(project).Descendants("ProjectReference"))
                Assert.Contains(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, reference.Attribute("Include")!.Value)), projects);
        }
    }

    [Fact]
    public void Every_fault_of_the_wire_is_written_for_money_or_for_queries()
    {
        var written = WrittenFaults.All;
        foreach (var kind in Enum.GetValues<WireFaultKind>().Where(kind => kind != WireFaultKind.None))
            Assert.Contains(written, fault => fault.EndsWith(":" + new WireFault(kind).Name, StringComparison.Ordinal));
    }
}
