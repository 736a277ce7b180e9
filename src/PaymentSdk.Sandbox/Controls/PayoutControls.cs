using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Api;
using PaymentSdk.Sandbox.Api.Payouts;
using PaymentSdk.Sandbox.Books;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>Plays the bank that pays out, and the people who look at a seller's papers.</summary>
internal static class PayoutControls
{
    private const string _takes = "{status}, one of PARTIALLY_APPROVED, KYC_REQUIRED, APPROVED";

    public static IResult Complete(string id, PayoutBooks books) => Show(books.End(id, refusal: null));

    public static IResult Fail(string id, PayoutBooks books) => Show(books.End(id, "INVALID_ACCOUNT_NUMBER"));

    public static async Task<IResult> JudgeAsync(string id, HttpContext context, PayoutBooks books)
    {
        var body = await ControlBody.ReadAsync<StatusBody>(context, _takes).ConfigureAwait(false);
        if (body.Status is not (Seller.PartiallyApproved or Seller.KycRequired or Seller.Approved))
            throw new ControlFormatException($"'{body.Status}' is not a status to give. It takes {_takes}.");
        return ControlAnswer.Ok(SellerJson.Write(books.Judge(id, body.Status)));
    }

    private static IResult Show(Payout payout) => ControlAnswer.Ok(PayoutJson.Write(payout, new Words(english: false)));

    private sealed record StatusBody(string? Status = null);
}
