namespace CheckoutDemo.Lab;

/// <summary>The data that the page of the laboratory needs.</summary>
/// <param name="Api">The URL of the payment API's confirm.</param>
/// <param name="Gateway">The origin of the payment window's script.</param>
/// <param name="Registered">A second origin, which is registered; null if there is none.</param>
/// <param name="Unregistered">A third origin, which is not registered; null if there is none.</param>
/// <param name="Explains">Whether the problem body explains refusals, which it does only in Development.</param>
internal sealed record LabDescription(string Api, string Gateway, string? Registered, string? Unregistered, bool Explains);
