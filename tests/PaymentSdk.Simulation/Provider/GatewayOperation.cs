namespace PaymentSdk.Simulation.Provider;

/// <summary>The operations of the gateway.</summary>
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
    /// <summary>Returns the name of the operation in traces, coverage and crash points.</summary>
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

    /// <summary>Returns whether the operation takes or returns money.</summary>
    public static bool MovesMoney(this GatewayOperation operation) => operation <= GatewayOperation.Cancel;

    /// <summary>Returns whether the operation takes money.</summary>
    public static bool TakesMoney(this GatewayOperation operation) => operation < GatewayOperation.Cancel;
}
