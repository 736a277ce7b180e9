namespace PaymentSdk.Sandbox.Stores;

/// <summary>The BrandPay customers of every shop, and the codes and tokens issued for them.</summary>
internal sealed class BrandPayStore(TimeProvider clock)
{
    private const string _anyShop = "";

    private readonly Lock _gate = new();
    private readonly BoundedStore<(string MId, string CustomerKey), BrandPayCustomer> _customers = new(SizeOf);
    private readonly BoundedStore<string, BrandPayCustomer> _codes = new(SizeOf);
    private readonly BoundedStore<string, BrandPayTokens> _tokens = new(tokens => BoundedStore.Size(tokens.AccessToken, tokens.RefreshToken, tokens.CustomerKey));

    /// <summary>Occurs when a customer has joined or left. The text is the status that the webhook reports.</summary>
    public event Action<BrandPayCustomer, string>? CustomerChanged;

    /// <summary>Occurs when a payment method has been registered or removed. The text is the status that the webhook reports.</summary>
    public event Action<BrandPayCustomer, BrandPayMethod, string>? MethodChanged;

    public BrandPayCustomer Customer(Merchant merchant, string customerKey)
    {
        lock (_gate)
        {
            if (_customers.TryGet((merchant.MId, customerKey), out var own))
                return own;
            // A customer that a control created without naming a shop belongs to the first shop that uses it.
            if (!_customers.TryGet((_anyShop, customerKey), out var made))
                return new BrandPayCustomer(merchant, customerKey);
            _customers.Remove((_anyShop, customerKey));
            return Keep(made with { Merchant = merchant, IsForAnyShop = false });
        }
    }

    /// <summary>
    /// Returns the customer for a control: that of the named shop, or else that of any shop with this key, or else a new one for the first shop that
    /// uses it.
    /// </summary>
    public BrandPayCustomer CustomerOfControl(Merchant? merchant, Merchant first, string customerKey)
    {
        lock (_gate)
        {
            return merchant is not null
                ? Customer(merchant, customerKey)
                : _customers.Values.FirstOrDefault(customer => customer.CustomerKey == customerKey) ?? new BrandPayCustomer(first, customerKey) { IsForAnyShop = true };
        }
    }

    /// <summary>
    /// Records that the customer agreed to these terms, and returns the code that the customer's shop, or any shop, exchanges for a token.
    /// </summary>
    public string Agree(BrandPayCustomer customer, IEnumerable<int> terms, bool isForAnyShop = false)
    {
        lock (_gate)
        {
            var agreed = Keep(customer with { AgreedTerms = customer.AgreedTerms.Union(terms) });
            var code = Identifiers.BrandPayCode();
            _codes.Set(code, agreed with { IsForAnyShop = isForAnyShop });
            return code;
        }
    }

    /// <summary>Exchanges a code for tokens. A code can be used only once.</summary>
    public BrandPayTokens Exchange(Merchant merchant, string customerKey, string code)
    {
        lock (_gate)
        {
            if (!_codes.TryGet(code, out var holder) || (!holder.IsForAnyShop && holder.Merchant != merchant) || holder.CustomerKey != customerKey)
                throw new RefusedException("INVALID_AUTHORIZE_AUTH");
            _codes.Remove(code);
            return Give(merchant, customerKey);
        }
    }

    /// <summary>Exchanges a refresh token for new tokens. The old access token and refresh token are no longer valid.</summary>
    public BrandPayTokens Refresh(Merchant merchant, string customerKey, string refreshToken)
    {
        lock (_gate)
        {
            var old = _tokens.Values.FirstOrDefault(tokens =>
                tokens.RefreshToken == refreshToken && tokens.Merchant == merchant && tokens.CustomerKey == customerKey)
                ?? throw new RefusedException("INVALID_AUTHORIZE_AUTH");
            _tokens.Remove(old.AccessToken);
            return Give(merchant, customerKey);
        }
    }

    /// <summary>Returns the customer of an access token, or null if the token is unknown or has expired.</summary>
    public BrandPayCustomer? Holder(string accessToken)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            return _tokens.Find(accessToken) is { } found && found.Expires > now
                ? Customer(found.Merchant, found.CustomerKey)
                : null;
        }
    }

    /// <summary>Registers a card or a bank account of the customer.</summary>
    public BrandPayMethod Register(BrandPayCustomer holder, bool isCard)
    {
        lock (_gate)
        {
            var customer = Join(holder);
            var method = new BrandPayMethod(Identifiers.MethodId(), Identifiers.MethodKey(), isCard, clock.GetUtcNow());
            Keep(customer with { Methods = customer.Methods.Add(method) });
            MethodChanged?.Invoke(customer, method, "ENABLED");
            return method;
        }
    }

    public BrandPayMethod Remove(BrandPayCustomer holder, string methodKey, bool isCard)
    {
        lock (_gate)
        {
            var customer = Customer(holder.Merchant, holder.CustomerKey);
            var method = customer.Methods.Find(method => method.MethodKey == methodKey && method.IsCard == isCard && !method.IsRemoved)
                ?? throw new RefusedException("NOT_FOUND_METHOD");
            var removed = method with { IsRemoved = true };
            Keep(customer with { Methods = customer.Methods.Replace(method, removed) });
            MethodChanged?.Invoke(customer, removed, "DISABLED");
            return removed;
        }
    }

    /// <summary>Removes a customer together with their tokens and payment methods.</summary>
    public void Leave(BrandPayCustomer customer)
    {
        lock (_gate)
        {
            _customers.Remove((customer.Merchant.MId, customer.CustomerKey));
            foreach (var token in _tokens.Values.Where(tokens => tokens.Merchant == customer.Merchant && tokens.CustomerKey == customer.CustomerKey).ToArray())
                _tokens.Remove(token.AccessToken);
            CustomerChanged?.Invoke(customer, "REMOVED");
        }
    }

    private BrandPayTokens Give(Merchant merchant, string customerKey)
    {
        Join(Customer(merchant, customerKey));
        var tokens = new BrandPayTokens(
            Identifiers.Token(), Identifiers.Token(), merchant, customerKey, clock.GetUtcNow() + BrandPayTokens.Lifetime);
        _tokens.Set(tokens.AccessToken, tokens);
        return tokens;
    }

    private BrandPayCustomer Join(BrandPayCustomer customer)
    {
        if (customer.IsMember)
            return customer;
        var member = Keep(customer with { IsMember = true });
        CustomerChanged?.Invoke(member, "CREATED");
        return member;
    }

    private BrandPayCustomer Keep(BrandPayCustomer customer)
    {
        _customers.Set((customer.IsForAnyShop ? _anyShop : customer.Merchant.MId, customer.CustomerKey), customer);
        return customer;
    }

    private static long SizeOf(BrandPayCustomer customer) =>
        BoundedStore.Size(customer.CustomerKey) + (40 * customer.AgreedTerms.Count) + customer.Methods.Sum(method => BoundedStore.Size(method.Id, method.MethodKey));
}
