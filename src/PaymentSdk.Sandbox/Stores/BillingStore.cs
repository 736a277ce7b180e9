namespace PaymentSdk.Sandbox.Stores;

/// <summary>The billing keys, and the one-time authentication keys for which they are issued.</summary>
internal sealed class BillingStore(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly BoundedStore<string, BillingKey> _keys = new(SizeOf);
    private readonly BoundedStore<string, BillingKey> _authenticated = new(SizeOf);

    /// <summary>Occurs when a billing key was removed.</summary>
    public event Action<BillingKey>? Removed;

    /// <summary>
    /// Records that a customer registered a card or a bank account in the window, and returns the key that the window hands to the shop. If the shop
    /// is null, the key is valid for the first shop that issues a billing key with it.
    /// </summary>
    public string Authenticate(Merchant? merchant, string customerKey, CardDetails? card)
    {
        lock (_gate)
        {
            var authKey = Identifiers.AuthKey();
            _authenticated.Set(authKey, New(merchant, customerKey, card));
            return authKey;
        }
    }

    /// <summary>Issues the billing key for an authentication key, which can be used only once.</summary>
    public BillingKey Issue(Merchant merchant, string authKey, string customerKey)
    {
        lock (_gate)
        {
            if (!_authenticated.TryGet(authKey, out var made) || (made.Owner ?? merchant) != merchant)
                throw new RefusedException("INVALID_BILLING_AUTH");
            if (made.CustomerKey != customerKey)
                throw new RefusedException("NOT_MATCHES_CUSTOMER_KEY");
            _authenticated.Remove(authKey);
            return Keep(made with { Owner = merchant, AuthenticatedAt = clock.GetUtcNow() });
        }
    }

    /// <summary>Issues the billing key for a card number that the shop's server sends.</summary>
    public BillingKey Issue(Merchant merchant, string customerKey, CardDetails card)
    {
        lock (_gate)
            return Keep(New(merchant, customerKey, card));
    }

    /// <summary>Returns the billing key to charge. Throws if it is unknown, belongs to another customer, or was removed.</summary>
    public BillingKey Charge(Merchant merchant, string key, string customerKey)
    {
        lock (_gate)
        {
            var found = _keys.Find(key) is { } known && known.Merchant == merchant ? known : null;
            return found switch
            {
                null => throw new RefusedException("INVALID_BILL_KEY_REQUEST"),
                { IsRemoved: true } => throw new RefusedException("ALREADY_REMOVED_BILLING_KEY"),
                _ when found.CustomerKey != customerKey => throw new RefusedException("NOT_MATCHES_CUSTOMER_KEY"),
                _ => found,
            };
        }
    }

    public void Remove(Merchant merchant, string key)
    {
        lock (_gate)
        {
            if (!_keys.TryGet(key, out var known) || known.Merchant != merchant)
                throw new RefusedException("BILLING_KEY_NOT_FOUND");
            if (known.IsRemoved)
                throw new RefusedException("ALREADY_REMOVED_BILLING_KEY");
            _keys.Set(key, known with { IsRemoved = true });
            Removed?.Invoke(known);
        }
    }

    private BillingKey New(Merchant? merchant, string customerKey, CardDetails? card) =>
        new(Identifiers.BillingKey(), merchant, customerKey, clock.GetUtcNow()) { Card = card };

    private BillingKey Keep(BillingKey key)
    {
        _keys.Set(key.Key, key);
        return key;
    }

    private static long SizeOf(BillingKey key) => BoundedStore.Size(key.Key, key.CustomerKey);
}
