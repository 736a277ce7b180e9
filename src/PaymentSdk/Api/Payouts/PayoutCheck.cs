using PaymentSdk.Values;

namespace PaymentSdk.Api.Payouts;

/// <summary>Rejects a request that the API would refuse, and an answer that does not match its request (docs/spec/payment-api.md §2.9).</summary>
internal static class PayoutCheck
{
    public static void Check(SellerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Given(request.RefSellerId);
        Rule.Given(request.BusinessType);
        ArgumentNullException.ThrowIfNull(request.Account);
        Contact(request.Company, request.Individual, request.Account);
        Metadata(request.Metadata);
    }

    public static void Check(SellerUpdate request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Contact(request.Company, request.Individual, request.Account);
        Metadata(request.Metadata);
    }

    public static void Check(IReadOnlyList<PayoutRequest> payouts)
    {
        ArgumentNullException.ThrowIfNull(payouts);
        if (payouts.Count == 0)
            throw new ArgumentException("Payouts must have at least one row.", nameof(payouts));
        foreach (var request in payouts)
            Check(request);
        if (payouts.Select(payout => payout.RefPayoutId).Distinct(StringComparer.Ordinal).Count() < payouts.Count)
            throw new ArgumentException("RefPayoutId must be different in each row: the answers are matched by it.", nameof(payouts));
    }

    /// <summary>Returns how the payouts in the answer differ from the requested ones; null when they do not differ.</summary>
    public static string? Difference(IReadOnlyList<PayoutRequest> asked, IReadOnlyList<Payout> made)
    {
        if (made.Count != asked.Count)
            return "it has a different number of payouts";
        var byId = asked.ToDictionary(payout => payout.RefPayoutId, StringComparer.Ordinal);
        foreach (var payout in made)
        {
            if (payout.RefPayoutId is not { } id || !byId.Remove(id, out var request))
                return "it has a different payout";
            if (payout.Amount != request.Amount)
                return "it has a different amount";
            if (payout.Destination != request.Destination)
                return "it has a different seller";
        }
        return null;
    }

    private static void Check(PayoutRequest request)
    {
        Rule.Given(request.RefPayoutId);
        Rule.Given(request.Destination);
        Rule.Given(request.ScheduleType);
        if (request.ScheduleType == PayoutSchedule.Scheduled == request.PayoutDate is null)
            throw new ArgumentException("PayoutDate must be set for a scheduled payout, and must not be set for an express payout.", nameof(request));
        Rule.Positive(request.Amount.Value, "Amount");
        if (request.Amount.Currency != Currency.Krw)
            throw new ArgumentException("Amount must be in KRW, the only currency of payouts.", nameof(request));
        Rule.Text(request.TransactionDescription, 7);
        Metadata(request.Metadata);
    }

    private static void Contact(SellerCompany? company, SellerIndividual? individual, SellerAccount? account)
    {
        if (company?.BusinessRegistrationNumber is { } number)
            Rule.Digits(number, 10, 10, "Company.BusinessRegistrationNumber");
        Rule.Sendable(company?.Name, "Company.Name");
        Rule.Sendable(company?.RepresentativeName, "Company.RepresentativeName");
        Rule.AtMost(company?.Email, 100, "Company.Email");
        Rule.Sendable(company?.Phone, "Company.Phone");
        Rule.Sendable(individual?.Name, "Individual.Name");
        Rule.Sendable(individual?.Phone, "Individual.Phone");
        Rule.AtMost(individual?.Email, 100, "Individual.Email");
        Rule.AtMost(account?.AccountNumber, 20, "Account.AccountNumber");
        Rule.Holder(account?.HolderName, "Account.HolderName");
    }

    private static void Metadata(IReadOnlyDictionary<string, string>? metadata)
    {
        if (metadata is null)
            return;
        if (metadata.Count > 5)
            throw new ArgumentException("Metadata must have at most 5 pairs.", nameof(metadata));
        foreach (var (key, value) in metadata)
        {
            Rule.Text(key, 40, "A key of Metadata");
            Rule.AtMost(value, 500, "A value of Metadata");
        }
    }
}
