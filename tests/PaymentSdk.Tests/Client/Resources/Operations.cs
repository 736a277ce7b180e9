using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>Every operation of the client, each called once with every field of its request.</summary>
internal static class Operations
{
    public static readonly IdempotencyKey Key = IdempotencyKey.Parse("key-1");
    public static readonly CustomerKey Customer = CustomerKey.Parse("customer-1");
    public static readonly AccessToken Token = AccessToken.Parse("token-1");

    public static IReadOnlyList<OperationRow> All { get; } =
        [.. PaymentOperations.Rows, .. BillingOperations.Rows, .. AccountingOperations.Rows, .. BrandPayRows.Rows, .. PayoutRows.Rows];

    public static TheoryData<string> Names => new(All.Select(row => row.ToString()));

    public static OperationRow Named(string name) => All.Single(row => row.ToString() == name);

    public static async Task<object?> ResultAsync<T>(Task<T> call) => await call;
}
