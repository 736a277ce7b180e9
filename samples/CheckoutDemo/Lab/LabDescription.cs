namespace CheckoutDemo.Lab;

/// <summary>What the laboratory's page needs to know.</summary>
/// <param name="Api">The address at the payment API that confirms a payment.</param>
/// <param name="Gateway">The origin of the payment window's script.</param>
/// <param name="Registered">A second origin, registered; null where there is none.</param>
/// <param name="Unregistered">A third origin, not registered; null where there is none.</param>
/// <param name="Explains">Whether refusals are explained in the problem body: in Development only.</param>
internal sealed record LabDescription(string Api, string Gateway, string? Registered, string? Unregistered, bool Explains);
