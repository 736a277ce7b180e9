using PaymentSdk.Api;

namespace PaymentSdk.Tests.Client;

public sealed class ErrorCatalogTests
{
    [Fact]
    public void Every_code_of_the_fact_sheet_is_there_with_its_status_and_class()
    {
        var faults = FactSheetCodes.All
            .Where(row => !ErrorCatalog.TryFind(PaymentErrorCode.From(row.Code), out var info)
                || info.StatusCode != row.Status
                || info.Class != ClassOf(row.Class))
            .Select(row => row.Code);

        Assert.Equal(173, FactSheetCodes.All.Count());
        Assert.Empty(faults);
    }

    [Fact]
    public void A_code_that_is_in_no_list_leaves_the_outcome_unknown()
    {
        var code = PaymentErrorCode.From("A_CODE_OF_NEXT_YEAR");

        Assert.False(ErrorCatalog.TryFind(code, out _));
        Assert.Equal(ErrorClass.OutcomeUnknown, ErrorCatalog.ClassOf(code));
        Assert.Contains("do not pay again", ErrorCatalog.TextFor(code).English);
    }

    [Fact]
    public void Every_code_has_a_sentence_for_the_buyer_in_both_languages()
    {
        Assert.All(ErrorCatalog.All, info =>
        {
            Assert.Matches("[가-힣].*[.요다]$", info.BuyerText.Korean);
            Assert.Matches("^[A-Z].*[.]$", info.BuyerText.English);
        });
    }

    [Fact]
    public void Where_the_buyer_has_to_act_each_code_has_a_sentence_of_its_own()
    {
        var rows = ErrorCatalog.All.Where(info => info.Class is ErrorClass.BuyerActs).ToArray();

        Assert.Equal(rows.Length, rows.Select(info => info.BuyerText.Korean).Distinct().Count());
        Assert.Equal(rows.Length, rows.Select(info => info.BuyerText.English).Distinct().Count());
        Assert.All(rows, info => Assert.Equal(ErrorActor.Buyer, info.Actor));
    }

    private static ErrorClass ClassOf(char letter) => letter switch
    {
        'N' => ErrorClass.NotRetryable,
        'U' => ErrorClass.BuyerActs,
        'T' => ErrorClass.Temporary,
        'D' => ErrorClass.Conflict,
        _ => ErrorClass.OutcomeUnknown,
    };
}
