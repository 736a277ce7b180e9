namespace PaymentSdk.Sandbox.Window;

/// <summary>What the shop's page asked for when it sent a customer to register a card or an account, and what the customer did.</summary>
internal sealed record BillingRequest(
    string? ClientKey, string? CustomerKey, string? Method, string? SuccessUrl, string? FailUrl, bool Canceled,
    string? CardCompany);
