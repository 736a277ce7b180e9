namespace PaymentSdk.Simulation.Worlds;

/// <summary>The simulator itself failed; the product violated no invariant.</summary>
internal sealed class SimulationException(Exception failure) : Exception(failure.Message, failure);

/// <summary>Code of a history ran on a thread other than the history's own.</summary>
internal sealed class LeftTheThreadException(string where) : Exception($"A continuation left the thread of the history:\n{where}");
