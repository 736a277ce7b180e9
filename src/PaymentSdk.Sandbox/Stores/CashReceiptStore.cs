namespace PaymentSdk.Sandbox.Stores;

/// <summary>All cash receipts of the gateway.</summary>
internal sealed class CashReceiptStore(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly BoundedStore<int, CashReceipt> _receipts =
        new(receipt => BoundedStore.Size(receipt.ReceiptKey, receipt.OrderId, receipt.OrderName, receipt.CustomerIdentityNumber));

    private int _count;

    /// <summary>Issues a receipt. An order can have only one receipt that is neither refused nor fully canceled.</summary>
    public CashReceipt Issue(Func<int, DateTimeOffset, CashReceipt> make)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var made = make(_count + 1, now);
            if (_receipts.Values.Any(receipt => IsLive(receipt, now) && receipt.Merchant == made.Merchant && receipt.OrderId == made.OrderId))
                throw new RefusedException("DUPLICATED_CASH_RECEIPT");
            return Add(made);
        }
    }

    /// <summary>Cancels a part of a receipt, or all of it if the amount is null.</summary>
    public CashReceipt Cancel(Merchant merchant, string receiptKey, decimal? amount)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var receipt = _receipts.Values.FirstOrDefault(receipt => receipt.ReceiptKey == receiptKey && receipt.Merchant == merchant && !receipt.IsCancel)
                ?? throw new RefusedException("NOT_FOUND_RECEIPT");
            var canceled = amount ?? receipt.Balance;
            if (canceled <= 0 || canceled > receipt.Balance || !IsLive(receipt, now))
                throw new RefusedException("INVALID_REQUEST");
            _receipts.Set(receipt.Number, receipt with { CanceledAmount = receipt.CanceledAmount + canceled });
            return Add(receipt with
            {
                Number = _count + 1,
                ReceiptKey = $"c_{receipt.ReceiptKey}",
                IssueNumber = Identifiers.IssueNumber(),
                Amount = canceled,
                TaxFreeAmount = amount is null ? receipt.TaxFreeAmount : 0,
                RequestedAt = now,
                IsCancel = true,
            });
        }
    }

    /// <summary>Returns the receipts that a shop requested on a Korean day, after a cursor.</summary>
    public IReadOnlyList<CashReceipt> Of(Merchant merchant, DateOnly day, int after)
    {
        lock (_gate)
            return [.. _receipts.Values.Where(receipt => receipt.Merchant == merchant && receipt.Number > after && Korea.Day(receipt.RequestedAt) == day)];
    }

    public CashReceipt? Find(string receiptKey)
    {
        lock (_gate)
            return _receipts.Values.FirstOrDefault(receipt => receipt.ReceiptKey == receiptKey);
    }

    private CashReceipt Add(CashReceipt receipt)
    {
        _receipts.Set(_count = receipt.Number, receipt);
        return receipt;
    }

    private static bool IsLive(CashReceipt receipt, DateTimeOffset now) =>
        receipt is { IsCancel: false, Balance: > 0 } && receipt.IssueStatus(now) != "FAILED";
}
