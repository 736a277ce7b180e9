namespace PaymentSdk.Simulation.Provider;

/// <summary>
/// The gateway's work on a request (docs/spec/payment-api.md §2, §3.12, §5). It is done in one step of the world.
/// </summary>
internal sealed class GatewayWork(GatewayModel gateway)
{
    private DateTimeOffset Now => gateway.World.Now;

    public Answer Do(Send send, string merchantId) => send.Operation switch
    {
        GatewayOperation.Confirm or GatewayOperation.BrandPayConfirm => Confirm(send, merchantId),
        GatewayOperation.BillingApprove or GatewayOperation.KeyIn => Charge(send, merchantId),
        GatewayOperation.Cancel => Cancel(send, merchantId),
        GatewayOperation.Get => Show(gateway.Find(send.PaymentKey!), send, merchantId),
        GatewayOperation.GetByOrderId => Show(gateway.OfOrder(send.OrderId!), send, merchantId),
        GatewayOperation.Transactions => Answer.Ok(gateway.ListTransactions(send.Url, merchantId)),
        _ => Answer.Error("NOT_FOUND"),
    };

    private Answer Confirm(Send send, string merchantId)
    {
        var payment = gateway.Find(send.PaymentKey ?? "");
        if (payment is null || payment.MerchantId != merchantId)
            return Answer.Error("NOT_FOUND_PAYMENT");
        if (RefuseConfirm(payment, send) is { } code)
            return Answer.Error(code);

        var version = payment.Latest;
        if (payment.Plan.Declines is { } declined)
        {
            gateway.Move(payment, version with { Status = PaymentStatuses.Aborted, FailureCode = declined, IsConfirmed = true });
            return Answer.Error(declined);
        }

        var total = payment.Plan.TakesOnDeposit ? payment.Plan.Amount : payment.Plan.Takes ?? payment.Plan.Amount;
        if (payment.IsAccount)
        {
            payment.IssuedBy = send;
            gateway.Move(payment, version with
            {
                Status = PaymentStatuses.WaitingForDeposit,
                Total = total,
                Balance = total,
                IsConfirmed = true,
                DueDate = Now + payment.Plan.ValidFor,
                LastTransactionKey = gateway.NewTransactionKey(payment),
            });
        }
        else
        {
            Approve(payment, total, send);
        }

        return Answer.Ok(payment.Written(payment.Latest));
    }

    private string? RefuseConfirm(GatewayPayment payment, Send send) => payment switch
    {
        { Latest.IsConfirmed: true } => "ALREADY_PROCESSED_PAYMENT",
        { Latest.Status: not PaymentStatuses.InProgress } => "NOT_FOUND_PAYMENT_SESSION",
        _ when (payment.Plan.Type == "BRANDPAY") != (send.Operation == GatewayOperation.BrandPayConfirm) => "NOT_FOUND_PAYMENT_SESSION",
        _ when send.Operation == GatewayOperation.BrandPayConfirm && send.Fields.CustomerKey != payment.Plan.CustomerKey => "NOT_MATCHES_CUSTOMER_KEY",
        _ when payment.Plan.OrderId != send.OrderId => "NOT_FOUND_PAYMENT_SESSION",
        _ when payment.Plan.Amount != send.Amount => "FORBIDDEN_REQUEST",
        _ when gateway.IsOrderIdUsed(payment.Plan.OrderId, payment.MerchantId) => "DUPLICATED_ORDER_ID",
        _ => null,
    };

    private void Approve(GatewayPayment payment, decimal total, Send send)
    {
        var key = gateway.NewTransactionKey(payment);
        payment.Execute(new Execution(Movement.Approval, total, Now, key, PaymentStatuses.Done, send));
        gateway.Move(payment, payment.Latest with
        {
            Status = PaymentStatuses.Done,
            Total = total,
            Balance = total,
            IsConfirmed = true,
            ApprovedAt = Now,
            LastTransactionKey = key,
        });
    }

    /// <summary>Makes a charge without a window. A refused charge creates no payment.</summary>
    private Answer Charge(Send send, string merchantId)
    {
        var plan = gateway.PlanCharge(send);
        if (gateway.IsOrderIdUsed(send.OrderId!, merchantId))
            return Answer.Error("DUPLICATED_ORDER_ID");
        if (send.Operation == GatewayOperation.BillingApprove && send.Fields.CustomerKey != plan.CustomerKey)
            return Answer.Error("NOT_MATCHES_CUSTOMER_KEY");
        if (plan.Declines is { } declined)
            return Answer.Error(declined);
        var payment = gateway.Add(plan with { OrderId = send.OrderId!, Amount = send.Amount!.Value }, merchantId);
        Approve(payment, plan.Takes ?? send.Amount.Value, send);
        return Answer.Ok(payment.Written(payment.Latest));
    }

    private Answer Cancel(Send send, string merchantId)
    {
        var payment = gateway.Find(send.PaymentKey!);
        if (payment is null || payment.MerchantId != merchantId)
            return Answer.Error("NOT_FOUND_PAYMENT");
        var refused = gateway.Cancels.Refuse(payment, send.Fields, atDashboard: false)
            ?? (payment.Plan.RefusesCancels is { } always && payment.Latest.Status != PaymentStatuses.WaitingForDeposit ? always : null);
        if (refused is not null)
            return Answer.Error(refused);
        gateway.Cancels.Cancel(payment, send.Amount, send.Reason ?? "", send);
        return Answer.Ok(payment.Written(payment.Latest));
    }

    /// <summary>Answers a query from a replica, which may lag.</summary>
    private Answer Show(GatewayPayment? payment, Send send, string merchantId)
    {
        if (payment is null || payment.MerchantId != merchantId)
            return Answer.Error("NOT_FOUND_PAYMENT");
        gateway.Age(payment);
        var version = payment.At(Now - gateway.LagOf(send));
        if (version is null || (gateway.Profile.HidesUnconfirmed && version is { IsConfirmed: false, Status: PaymentStatuses.Ready or PaymentStatuses.InProgress }))
            return Answer.Error("NOT_FOUND_PAYMENT");
        send.AnsweredPayment = version.Status;
        return Answer.Ok(payment.Written(version));
    }
}
