namespace PaymentSdk.Simulation.Provider;

/// <summary>What the gateway can be asked to do.</summary>
internal enum GatewayOperation
{
    Confirm,
    BrandPayConfirm,
    BillingApprove,
    KeyIn,
    Cancel,
    Get,
    GetByOrderId,
    Transactions,
    Other,
}

internal static class GatewayOperations
{
    /// <summary>Its name in stories, coverage and crash points.</summary>
    public static string Name(this GatewayOperation operation) => operation switch
    {
        GatewayOperation.Confirm => "confirm",
        GatewayOperation.BrandPayConfirm => "brandpay-confirm",
        GatewayOperation.BillingApprove => "billing-approve",
        GatewayOperation.KeyIn => "key-in",
        GatewayOperation.Cancel => "cancel",
        GatewayOperation.Get => "get",
        GatewayOperation.GetByOrderId => "get-by-order-id",
        GatewayOperation.Transactions => "transactions",
        _ => "other",
    };

    /// <summary>Whether it takes money or gives some back.</summary>
    public static bool MovesMoney(this GatewayOperation operation) => operation <= GatewayOperation.Cancel;

    /// <summary>Whether it takes money.</summary>
    public static bool TakesMoney(this GatewayOperation operation) => operation < GatewayOperation.Cancel;
}
