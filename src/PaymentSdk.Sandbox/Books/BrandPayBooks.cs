namespace PaymentSdk.Sandbox.Books;

/// <summary>The BrandPay customers of every shop, and the codes and tokens that speak for them.</summary>
internal sealed class BrandPayBooks(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string MId, string CustomerKey), BrandPayCustomer> _customers = [];
    private readonly Dictionary<string, BrandPayCustomer> _codes = new(StringComparer.Ordinal);
    private readonly List<BrandPayTokens> _tokens = [];

    /// <summary>A customer joined, left, or otherwise changed: the status word of the webhook.</summary>
    public event Action<BrandPayCustomer, string>? CustomerChanged;

    /// <summary>A method was registered or removed: the status word of the webhook.</summary>
    public event Action<BrandPayCustomer, BrandPayMethod, string>? MethodChanged;

    public BrandPayCustomer Customer(Merchant merchant, string customerKey)
    {
        lock (_gate)
            return _customers.GetValueOrDefault((merchant.MId, customerKey)) ?? new BrandPayCustomer(merchant, customerKey);
    }

    /// <summary>The customer agreed to these terms; the code that they are exchanged for a token with.</summary>
    public string Agree(Merchant merchant, string customerKey, IEnumerable<int> terms)
    {
        lock (_gate)
        {
            var customer = Customer(merchant, customerKey);
            Keep(customer with { AgreedTerms = customer.AgreedTerms.Union(terms) });
            var code = Identifiers.BrandPayCode();
            _codes.Add(code, customer);
            return code;
        }
    }

    /// <summary>Exchanges a code, which is used up by it.</summary>
    public BrandPayTokens Exchange(Merchant merchant, string customerKey, string code)
    {
        lock (_gate)
        {
            if (!_codes.TryGetValue(code, out var holder) || holder.Merchant != merchant || holder.CustomerKey != customerKey)
                throw new RefusedException("INVALID_AUTHORIZE_AUTH");
            _codes.Remove(code);
            return Give(merchant, customerKey);
        }
    }

    /// <summary>Exchanges a refresh token; the tokens it came with are no longer good.</summary>
    public BrandPayTokens Refresh(Merchant merchant, string customerKey, string refreshToken)
    {
        lock (_gate)
        {
            var index = _tokens.FindIndex(tokens =>
                tokens.RefreshToken == refreshToken && tokens.Merchant == merchant && tokens.CustomerKey == customerKey);
            if (index < 0)
                throw new RefusedException("INVALID_AUTHORIZE_AUTH");
            _tokens.RemoveAt(index);
            return Give(merchant, customerKey);
        }
    }

    /// <summary>Whom an access token speaks for; null when it is unknown or too old.</summary>
    public BrandPayCustomer? Holder(string accessToken)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            return _tokens.Find(tokens => tokens.AccessToken == accessToken && tokens.Expires > now) is { } found
                ? Customer(found.Merchant, found.CustomerKey)
                : null;
        }
    }

    /// <summary>The customer registers a card or a bank account.</summary>
    public BrandPayMethod Register(Merchant merchant, string customerKey, bool isCard)
    {
        lock (_gate)
        {
            var customer = Join(Customer(merchant, customerKey));
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

    /// <summary>The customer leaves; nothing of them stays.</summary>
    public void Leave(BrandPayCustomer customer)
    {
        lock (_gate)
        {
            _customers.Remove((customer.Merchant.MId, customer.CustomerKey));
            _tokens.RemoveAll(tokens => tokens.Merchant == customer.Merchant && tokens.CustomerKey == customer.CustomerKey);
            CustomerChanged?.Invoke(customer, "REMOVED");
        }
    }

    private BrandPayTokens Give(Merchant merchant, string customerKey)
    {
        Join(Customer(merchant, customerKey));
        var tokens = new BrandPayTokens(
            Identifiers.Token(), Identifiers.Token(), merchant, customerKey, clock.GetUtcNow() + BrandPayTokens.Lifetime);
        _tokens.Add(tokens);
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

    private BrandPayCustomer Keep(BrandPayCustomer customer) => _customers[(customer.Merchant.MId, customer.CustomerKey)] = customer;
}
