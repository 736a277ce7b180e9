using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>Simulates the bank that pays out, and the staff who review a seller's documents.</summary>
internal static class PayoutControls
{
    private const string _takes = "{status}, one of PARTIALLY_APPROVED, KYC_REQUIRED, APPROVED";

    /// <summary>The bank's error code for an account that it does not have.</summary>
    public const string Refusal = "INVALID_ACCOUNT_NUMBER";

    public static IResult Complete(string id, PayoutStore store) => Show(store.End(id, refusal: null));

    public static IResult Fail(string id, PayoutStore store) => Show(store.End(id, Refusal));

    public static async Task<IResult> JudgeAsync(string id, HttpContext context, PayoutStore store)
    {
        var body = await ControlBody.ReadAsync<StatusBody>(context, _takes).ConfigureAwait(false);
        return ControlAnswer.Ok(SellerJson.Write(Judge(store, id, body.Status)));
    }

    public static Seller Judge(PayoutStore store, string id, string? status) =>
        status is Seller.PartiallyApproved or Seller.KycRequired or Seller.Approved
            ? store.Judge(id, status)
            : throw new ControlFormatException($"'{status}' is not a status that can be set. The control takes {_takes}.");

    private static IResult Show(Payout payout) => ControlAnswer.Ok(PayoutJson.Write(payout, new Words(english: false)));

    private sealed record StatusBody(string? Status = null);
}
