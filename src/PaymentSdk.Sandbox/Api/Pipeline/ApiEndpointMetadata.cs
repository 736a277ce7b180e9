namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>Marks the endpoints of the REST API, as opposed to script, window and controls.</summary>
internal sealed class ApiEndpointMetadata;
