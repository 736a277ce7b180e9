namespace PaymentSdk.Sandbox.Books;

/// <summary>All cash receipts of the gateway.</summary>
internal sealed class CashReceiptBooks(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<CashReceipt> _receipts = [];

    /// <summary>Issues a receipt; an order has one at a time that is not refused and not wholly canceled.</summary>
    public CashReceipt Issue(Func<int, DateTimeOffset, CashReceipt> make)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var made = make(_receipts.Count + 1, now);
            if (_receipts.Exists(receipt => IsLive(receipt, now) && receipt.Merchant == made.Merchant && receipt.OrderId == made.OrderId))
                throw new RefusedException("DUPLICATED_CASH_RECEIPT");
            _receipts.Add(made);
            return made;
        }
    }

    /// <summary>Cancels a receipt in whole (null) or in part.</summary>
    public CashReceipt Cancel(Merchant merchant, string receiptKey, decimal? amount)
    {
        lock (_gate)
        {
            var index = _receipts.FindIndex(receipt => receipt.ReceiptKey == receiptKey && receipt.Merchant == merchant && !receipt.IsCancel);
            if (index < 0)
                throw new RefusedException("NOT_FOUND_RECEIPT");
            var (receipt, now) = (_receipts[index], clock.GetUtcNow());
            var canceled = amount ?? receipt.Balance;
            if (canceled <= 0 || canceled > receipt.Balance || !IsLive(receipt, now))
                throw new RefusedException("INVALID_REQUEST");
            _receipts[index] = receipt with { CanceledAmount = receipt.CanceledAmount + canceled };
            var cancel = receipt with
            {
                Number = _receipts.Count + 1,
                ReceiptKey = $"c_{receipt.ReceiptKey}",
                IssueNumber = Identifiers.IssueNumber(),
                Amount = canceled,
                TaxFreeAmount = amount is null ? receipt.TaxFreeAmount : 0,
                RequestedAt = now,
                IsCancel = true,
            };
            _receipts.Add(cancel);
            return cancel;
        }
    }

    /// <summary>The receipts that a shop asked for on a Korean day, after a cursor.</summary>
    public IReadOnlyList<CashReceipt> Of(Merchant merchant, DateOnly day, int after)
    {
        lock (_gate)
            return _receipts.FindAll(receipt => receipt.Merchant == merchant && receipt.Number > after && Korea.Day(receipt.RequestedAt) == day);
    }

    private static bool IsLive(CashReceipt receipt, DateTimeOffset now) =>
        receipt is { IsCancel: false, Balance: > 0 } && receipt.IssueStatus(now) != "FAILED";
}
