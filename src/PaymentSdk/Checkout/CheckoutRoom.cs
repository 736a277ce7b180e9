using PaymentSdk.Checkout.Charges;
using PaymentSdk.Checkout.People;
using PaymentSdk.Checkout.Refunds;

namespace PaymentSdk.Checkout;

/// <summary>The parts of one registration's checkout, each made once.</summary>
internal sealed class CheckoutRoom
{
    public CheckoutRoom(CheckoutContext context, RunningCalls running)
    {
        var (sending, settling, budget) = (new Sending(context), new Settling(context), new RequestBudget(context));
        var refunds = new RefundWork(context, sending, settling);
        var takingBack = new TakingBack(context, refunds, running);
        var opening = new Opening(context);
        Process = new CheckoutProcess(
            context,
            opening,
            new ConfirmCall(context, new Intent(context), sending, settling),
            running,
            new BackOffice(
                new Refunding(context, refunds, running),
                takingBack,
                new Attention(context),
                new Resolving(context, sending, settling, takingBack),
                new Charging(context, opening, new ChargeSending(context, sending), settling, running)));
        Hints = new Hints(context, new HintBudget(budget));
        var recovery = new Recovery(context, sending, settling, refunds, takingBack);
        Adopting = new Adopting(context, recovery);
        Worker = new RecoveryWorker(context, recovery, budget);
    }

    public CheckoutProcess Process { get; }

    public Hints Hints { get; }

    public Adopting Adopting { get; }

    public RecoveryWorker Worker { get; }
}
