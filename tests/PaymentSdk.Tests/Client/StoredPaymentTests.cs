using System.Text.Json;
using PaymentSdk.Api;
using PaymentSdk.Api.Payments;

namespace PaymentSdk.Tests.Client;

/// <summary>A shop can store a payment as JSON.</summary>
public sealed class StoredPaymentTests
{
    [Fact]
    public void A_payment_survives_the_serializer_of_the_shop()
    {
        var payment = PaymentReader.Read(JsonElement.Parse("""
            {"paymentKey":"k","orderId":"order-0001","status":"DONE","totalAmount":1000,"method":"카드","currency":"KRW","approvedAt":"2026-02-13T12:18:14+09:00",
             "card":{"issuerCode":"71","cardType":"신용","amount":1000},"easyPay":{"provider":"토스페이","amount":0,"discountAmount":0},"newMember":[1,2]}
            """));

        var text = JsonSerializer.Serialize(payment, JsonSerializerOptions.Web);
        var again = JsonSerializer.Deserialize<Payment>(text, JsonSerializerOptions.Web)!;

        Assert.Equal((payment.PaymentKey, payment.Status, payment.Method, payment.TotalAmount), (again.PaymentKey, again.Status, again.Method, again.TotalAmount));
        Assert.Equal(payment.ApprovedAt, again.ApprovedAt);
        Assert.Equal((CardIssuerCode.Lotte, CardType.Credit), (again.Card!.IssuerCode, again.Card.CardType));
        Assert.Equal("토스페이", again.EasyPay!.Provider);
        Assert.Equal(2, again.AdditionalMembers["newMember"].GetArrayLength());
    }
}
