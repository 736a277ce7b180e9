using PaymentSdk.Checkout.Budget;
using PaymentSdk.Checkout.Charges;
using PaymentSdk.Checkout.Commit;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.Orders;
using PaymentSdk.Checkout.Recovery;
using PaymentSdk.Checkout.Refunds;
using PaymentSdk.Checkout.Reversals;
using PaymentSdk.Checkout.Review;

namespace PaymentSdk.Checkout;

/// <summary>The parts of the checkout of one registration, each created once.</summary>
internal sealed class CheckoutParts
{
    public CheckoutParts(CheckoutContext context, RunningCalls running)
    {
        var (calls, commits) = (new GatewayCalls(context), new PurchaseCommits(context));
        var recorder = new OutcomeRecorder(context, commits);
        var refunds = new RefundWork(context, calls, commits, recorder);
        var reversals = new ReversalProcess(context, commits, refunds, running);
        var opener = new PurchaseOpener(context, commits);
        Process = new CheckoutProcess(
            context,
            opener,
            new ConfirmCall(context, new Intent(context, commits), calls, recorder),
            running,
            new ShopOperations(
                new ShopRefunds(context, commits, refunds, running),
                reversals,
                new Attention(context),
                new ManualReview(context, calls, commits, recorder, reversals),
                new ChargeProcess(context, opener, new ChargeSender(context, calls), commits, recorder, running)));
        Rechecks = new RecheckRequests(commits, new RecheckBudget(context.Budget, context.Time));
        var recovery = new AttemptRecovery(context, calls, commits, recorder, refunds, reversals);
        TransactionAdoption = new TransactionAdoption(context, commits, recovery);
        Worker = new RecoveryWorker(context, commits, recovery.RecoverAsync);
    }

    public CheckoutProcess Process { get; }

    public RecheckRequests Rechecks { get; }

    public TransactionAdoption TransactionAdoption { get; }

    public RecoveryWorker Worker { get; }
}
