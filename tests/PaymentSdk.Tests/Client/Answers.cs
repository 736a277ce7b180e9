namespace PaymentSdk.Tests.Client;

/// <summary>Answer bodies of the API, written by hand so that they do not depend on types of the code under test.</summary>
internal static class Answers
{
    public const string Paid =
        """{"paymentKey":"tviva_fake_payment","orderId":"order-0001","status":"DONE","totalAmount":15000,"method":"카드"}""";

    public const string InFlight = """{"code":"IDEMPOTENT_REQUEST_PROCESSING","message":"..."}""";

    public static string Error(string code) => $$"""{"code":"{{code}}","message":"카드 secret-in-the-message"}""";
}
