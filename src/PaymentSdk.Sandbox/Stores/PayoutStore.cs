namespace PaymentSdk.Sandbox.Stores;

/// <summary>The sellers and payouts of every shop.</summary>
internal sealed class PayoutStore
{
    /// <summary>The initial balance of every shop for payouts, in won.</summary>
    public const decimal OpeningBalance = 100_000_000;

    /// <summary>The maximum amount that an unidentified seller can receive in a week (docs/spec/payment-api.md §2.9).</summary>
    private const decimal _weeklyLimit = 10_000_000;

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly BoundedStore<string, Seller> _sellers = new(SizeOf);
    private readonly BoundedStore<string, Payout> _payouts;
    private readonly Dictionary<Merchant, decimal> _paidByForgotten = [];

    public PayoutStore(TimeProvider clock)
    {
        _clock = clock;
        _payouts = new(SizeOf) { Forgotten = Forget };
    }

    /// <summary>Occurs when a seller has a new status.</summary>
    public event Action<Seller>? SellerChanged;

    /// <summary>Occurs when a payout has a new status.</summary>
    public event Action<Payout>? PayoutChanged;

    public Seller Register(Merchant merchant, string refSellerId, SellerDocument document)
    {
        lock (_gate)
        {
            if (_sellers.Values.Any(seller => seller.Merchant == merchant && seller.RefSellerId == refSellerId))
                throw new RefusedException("DUPLICATED_REQUEST");
            var seller = new Seller(Identifiers.SellerId(), merchant, refSellerId, document);
            _sellers.Set(seller.Id, seller);
            SellerChanged?.Invoke(seller);
            return seller;
        }
    }

    public IReadOnlyList<Seller> Sellers(Merchant merchant)
    {
        lock (_gate)
            return [.. _sellers.Values.Where(seller => seller.Merchant == merchant)];
    }

    public Seller Seller(Merchant merchant, string id) => Sellers(merchant).FirstOrDefault(seller => seller.Id == id) ?? throw new RefusedException("NOT_FOUND");

    public Seller Update(Merchant merchant, string id, Func<Seller, SellerDocument> change)
    {
        lock (_gate)
        {
            var seller = Seller(merchant, id);
            return Replace(seller, seller with { Document = change(seller) });
        }
    }

    public Seller Remove(Merchant merchant, string id)
    {
        lock (_gate)
        {
            var seller = Seller(merchant, id);
            _sellers.Remove(seller.Id);
            return seller;
        }
    }

    /// <summary>Sets the result of the gateway's review of a seller.</summary>
    public Seller Judge(string id, string status)
    {
        lock (_gate)
        {
            var seller = _sellers.Find(id) ?? throw new RefusedException("NOT_FOUND");
            return Judge(seller, status);
        }
    }

    /// <summary>Requests payouts, all or none.</summary>
    public IReadOnlyList<Payout> Request(IReadOnlyList<Payout> requested)
    {
        lock (_gate)
        {
            Age();
            foreach (var payout in requested)
                Check(payout, requested);
            Payout[] accepted = [.. requested.Select(payout => payout with
            {
                IsDoomed = Seller(payout.Merchant, payout.Destination).Document.Account["accountNumber"]!.GetValue<string>().Trim('0').Length == 0,
            })];
            foreach (var payout in accepted)
                _payouts.Set(payout.Id, payout);
            return accepted;
        }
    }

    public IReadOnlyList<Payout> Payouts(Merchant merchant)
    {
        lock (_gate)
        {
            Age();
            return [.. _payouts.Values.Where(payout => payout.Merchant == merchant)];
        }
    }

    public Payout Payout(Merchant merchant, string id) => Payouts(merchant).FirstOrDefault(payout => payout.Id == id) ?? throw new RefusedException("PAYOUT_NOT_FOUND");

    public Payout Cancel(Merchant merchant, string id)
    {
        lock (_gate)
        {
            var payout = Payout(merchant, id);
            return payout.Status == Stores.Payout.Requested
                ? Replace(payout, payout with { Status = Stores.Payout.Canceled })
                : throw new RefusedException("FORBIDDEN_REQUEST");
        }
    }

    /// <summary>Simulates the bank that answers early.</summary>
    public Payout End(string id, string? refusal)
    {
        lock (_gate)
        {
            Age();
            var payout = _payouts.Find(id) ?? throw new RefusedException("PAYOUT_NOT_FOUND");
            return payout.Status is Stores.Payout.Requested or Stores.Payout.InProgress
                ? Replace(payout, payout.End(refusal))
                : throw new RefusedException("FORBIDDEN_REQUEST");
        }
    }

    /// <summary>Returns the balance that is available for payouts.</summary>
    public decimal Available(Merchant merchant)
    {
        lock (_gate)
        {
            return OpeningBalance - _paidByForgotten.GetValueOrDefault(merchant)
                - Payouts(merchant).Where(payout => payout.TakesMoney).Sum(payout => payout.Amount);
        }
    }

    /// <summary>Applies the changes that are due by the clock.</summary>
    public void Age()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            foreach (var payout in _payouts.Values.ToArray())
            {
                if (payout.At(now) is var aged && !ReferenceEquals(aged, payout))
                    Replace(payout, aged);
            }
        }
    }

    private void Check(Payout payout, IReadOnlyList<Payout> requested)
    {
        var seller = Sellers(payout.Merchant).FirstOrDefault(seller => seller.Id == payout.Destination) ?? throw new RefusedException("NOT_FOUND");
        if (seller.Status is Stores.Seller.ApprovalRequired or Stores.Seller.KycRequired)
            throw new RefusedException("FORBIDDEN_REQUEST");
        if (requested.Sum(each => each.Amount) > Available(payout.Merchant))
            throw new RefusedException("NOT_ENOUGH_AMOUNT");
        var week = _payouts.Values.Concat(requested).Where(each => each.Destination == seller.Id && each.TakesMoney && each.RequestedAt > payout.RequestedAt.AddDays(-7));
        if (seller.Status != Stores.Seller.PartiallyApproved || week.Sum(each => each.Amount) <= _weeklyLimit)
            return;
        Judge(seller, Stores.Seller.KycRequired);
        throw new RefusedException("FORBIDDEN_REQUEST");
    }

    private Seller Judge(Seller seller, string status)
    {
        var judged = Replace(seller, seller with { Status = status });
        SellerChanged?.Invoke(judged);
        return judged;
    }

    private Seller Replace(Seller seller, Seller next)
    {
        _sellers.Set(next.Id, next);
        return next;
    }

    private Payout Replace(Payout payout, Payout next)
    {
        _payouts.Set(next.Id, next);
        if (payout.Status != next.Status)
            PayoutChanged?.Invoke(next);
        return next;
    }

    private void Forget(Payout oldest)
    {
        if (oldest.TakesMoney)
            _paidByForgotten[oldest.Merchant] = _paidByForgotten.GetValueOrDefault(oldest.Merchant) + oldest.Amount;
    }

    private static long SizeOf(Seller seller) => BoundedStore.Size(
        seller.Id, seller.RefSellerId, seller.Document.Company?.ToJsonString(), seller.Document.Individual?.ToJsonString(),
        seller.Document.Account.ToJsonString(), seller.Document.Metadata?.ToJsonString());

    private static long SizeOf(Payout payout) => BoundedStore.Size(
        payout.Id, payout.RefPayoutId, payout.Destination, payout.TransactionDescription, payout.Metadata?.ToJsonString());
}
