namespace PaymentSdk.Sandbox.Tests;

public sealed class PromotionTests
{
    [Fact]
    public async Task Each_promotion_fills_the_one_member_of_its_type()
    {
        await using var shop = await TestGateway.StartAsync();

        var promotions = (await shop.GetAsync("/v1/promotions")).Json.EnumerateArray().ToArray();

        Assert.Equal(
            ["CARD_DISCOUNT cardDiscount", "CARD_INTEREST_FREE cardInterestFree", "CARD_POINT cardPoint", "BANK_DISCOUNT bankDiscount"],
            promotions.Select(promotion =>
                $"{promotion.GetProperty("type").GetString()} {string.Join(' ', promotion.EnumerateObject().Where(member => member.Value.ValueKind == System.Text.Json.JsonValueKind.Object).Select(member => member.Name))}"));
        Assert.Matches(@"^\d{4}-\d\d-(28|29|30|31)$", promotions[0].GetProperty("cardDiscount").GetProperty("dueDate").GetString());
    }

    [Fact]
    public async Task Card_promotions_are_two_lists_by_company_code()
    {
        await using var shop = await TestGateway.StartAsync();

        var promotions = (await shop.GetAsync("/v1/promotions/card")).Json;

        Assert.Equal(("61", 1000), (promotions.GetProperty("discountCards")[0].GetProperty("companyCode").GetString(), promotions.GetProperty("discountCards")[0].GetProperty("discountAmount").GetInt32()));
        Assert.Equal([2, 3, 4, 5, 6], promotions.GetProperty("interestFreeCards")[0].GetProperty("installmentFreeMonths").EnumerateArray().Select(month => month.GetInt32()));
        Assert.Equal((404, "NOT_FOUND_HTTP_METHOD"), (await shop.PostAsync("/v1/promotions", "{}")).Error);
    }
}
