using PaymentSdk.Checkout.Charges;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.Recovery;
using PaymentSdk.Checkout.Refunds;
using PaymentSdk.Checkout.Reversals;
using PaymentSdk.Checkout.Review;

namespace PaymentSdk.Hosting;

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
        Checkout = new CheckoutProcess(context, opener, new ConfirmCall(context, new Intent(context, commits), calls, recorder), running, reversals.ReverseAsync);
        Refunds = new ShopRefunds(context, commits, refunds, running);
        Charges = new ChargeProcess(context, opener, new ChargeSender(context, calls), commits, recorder, running);
        Reviews = new ManualReview(context, new Attention(context), calls, commits, recorder, reversals);
        Rechecks = new RecheckRequests(commits, new RecheckBudget(context.Budget, context.Time));
        var recovery = new AttemptRecovery(context, calls, commits, recorder, refunds, reversals);
        TransactionAdoption = new TransactionAdoption(context, commits, recovery);
        Worker = new RecoveryWorker(context, commits, recovery.RecoverAsync);
    }

    public ICheckout Checkout { get; }

    public IRefunds Refunds { get; }

    public ICharges Charges { get; }

    public IPaymentReviews Reviews { get; }

    public RecheckRequests Rechecks { get; }

    public TransactionAdoption TransactionAdoption { get; }

    public RecoveryWorker Worker { get; }
}
