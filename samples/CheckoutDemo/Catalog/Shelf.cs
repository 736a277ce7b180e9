namespace CheckoutDemo.Catalog;

/// <summary>All products of the shop.</summary>
internal static class Shelf
{
    public static IReadOnlyList<Product> Products { get; } =
    [
        new("celadon-cup", 38_000, new("청자 찻잔", "Celadon tea cup"), new("비 갠 하늘빛 유약, 받침 한 벌", "Glazed like a sky after rain, with its saucer")),
        new("moon-jar", 128_000, new("백자 달항아리", "White moon jar"), new("두 사발을 맞붙여 빚은 작은 달", "A small moon, thrown as two bowls and joined")),
        new("green-tea", 32_000, new("하동 우전차 40g", "Hadong first-flush tea 40g"), new("곡우 전에 딴 첫 잎, 손덖음", "First leaves of spring, pan-fired by hand")),
        new("buncheong-bowl", 42_000, new("분청 면기", "Buncheong noodle bowl"), new("귀얄 자국이 시원한 한 그릇", "Wide, with the sweep of a broad brush")),
        new("brass-spoon", 54_000, new("방짜 유기 수저", "Hammered brass spoon set"), new("두드려 만든 놋쇠, 한 사람 한 벌", "Bronze-brass, beaten by hand; one set")),
        new("soban", 189_000, new("느티나무 소반", "Zelkova soban"), new("혼자 차 마시기 좋은 작은 상", "A small table for tea on your own")),
        new("onggi-pot", 46_000, new("옹기 저장단지 3L", "Onggi jar 3L"), new("숨 쉬는 흙, 장과 김치에", "Clay that breathes, for soy and kimchi")),
        new("candle", 24_000, new("밀랍초", "Beeswax candle"), new("꿀 향이 은은한 저녁의 빛", "Evening light that smells of honey")),
        new("jogakbo", 27_000, new("모시 조각보", "Ramie jogakbo"), new("자투리 모시를 이은 상보", "A table cloth pieced from ramie offcuts")),
    ];

    private static readonly Dictionary<string, Product> BySku = Products.ToDictionary(product => product.Sku, StringComparer.Ordinal);

    public static Product? Find(string sku) => BySku.GetValueOrDefault(sku);
}
