namespace PaymentSdk.Checkout.Refunds;

/// <summary>What is surely wrong with a refund before it is asked of the gateway. Every message says what to change.</summary>
internal static class RefundRules
{
    /// <summary>Faults of the caller.</summary>
    /// <exception cref="ArgumentException">One of them.</exception>
    public static void Validate(CancelPayment wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (wish.CancelId.Value.Length == 0)
            throw new ArgumentException("The cancel id is empty. Give each refund an id of its own: with the same id it is never made twice.", nameof(wish));
        ValidateWords(wish.Reason, wish.Actor, nameof(wish));
        if (wish.Amount is <= 0)
            throw new ArgumentException($"The amount of a refund is more than 0; this one is {wish.Amount}. Leave it out to refund everything.", nameof(wish));
    }

    /// <summary>Faults of a wish to take back.</summary>
    /// <exception cref="ArgumentException">One of them.</exception>
    public static void Validate(TakeBack wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ValidateWords(wish.Reason, wish.Actor, nameof(wish));
    }

    /// <summary>Why this order cannot be refunded so; null when nothing speaks against it.</summary>
    public static string? Refuse(LedgerEntry entry, CancelPayment wish)
    {
        var attempt = entry.Attempt;
        if (attempt.OpenRefund is { } open)
            return $"The refund {open} of this order is still being made. Ask again when it is settled; the cancel id of this one was not used.";
        if (attempt.State is not (AttemptState.Approved or AttemptState.PartlyCanceled or AttemptState.AwaitingDeposit))
            return $"The order is {AttemptStates.Outside(attempt.State)}: there is nothing to refund. An order whose outcome is not known is ended by TakeBackAsync.";
        if (attempt.State == AttemptState.AwaitingDeposit)
            return wish.Amount is not null || wish.RefundAccount is not null
                ? "Nothing was paid into the virtual account yet: close it without an amount and without a refund account."
                : null;
        if (wish.Amount > attempt.Balance)
            return $"Only {attempt.Balance} of the order can still be refunded, not {wish.Amount}.";
        if (wish.Amount is { } amount && amount.Scale > attempt.Amount.Currency.Decimals)
            return $"{attempt.Amount.Currency} has {attempt.Amount.Currency.Decimals} decimals; {amount} has more.";
        return IsVirtualAccount(attempt) switch
        {
            true when wish.RefundAccount is null => "The money of a virtual account goes back to a bank account of the buyer: give RefundAccount.",
            false when wish.RefundAccount is not null => "Only the money of a virtual account goes to a bank account: leave RefundAccount out.",
            _ => null,
        };
    }

    private static bool IsVirtualAccount(Attempt attempt) => attempt.DepositAccount is not null;

    private static void ValidateWords(string reason, string actor, string parameter)
    {
        if (reason is not { Length: >= 1 and <= 200 } || string.IsNullOrWhiteSpace(reason))
            throw new ArgumentException("The reason has 1 to 200 characters: it stands in the books.", parameter);
        if (actor is not { Length: >= 1 and <= 64 } || string.IsNullOrWhiteSpace(actor))
            throw new ArgumentException("The actor has 1 to 64 characters: the journal says who asked.", parameter);
    }
}
