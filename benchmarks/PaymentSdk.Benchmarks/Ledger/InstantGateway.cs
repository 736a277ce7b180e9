using System.Reflection;
using PaymentSdk.Api;

namespace PaymentSdk.Benchmarks.Ledger;

/// <summary>A client whose gateway approves immediately, so that only the ledger and the process around it are measured.</summary>
#pragma warning disable CA1852 // DispatchProxy creates classes that derive from this class at run time.
internal class InstantGateway : DispatchProxy
#pragma warning restore CA1852
{
    private static readonly IPayments Payments = Create<IPayments, InstantGateway>();

    public static IPaymentClient Client { get; } = Create<IPaymentClient, InstantGateway>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => (targetMethod!.Name, args![0..Math.Min(1, args.Length)]) switch
    {
        ("get_Payments", _) => Payments,
        (nameof(IPayments.ConfirmAsync), [ConfirmRequest request]) => Task.FromResult(new Payment
        {
            PaymentKey = request.PaymentKey,
            OrderId = request.OrderId,
            Status = PaymentStatus.Done,
            TotalAmount = request.Amount,
            BalanceAmount = request.Amount,
            Currency = Currency.Krw,
        }),
        var (name, _) => throw new NotSupportedException($"{name} is not part of the measured confirm."),
    };
}
