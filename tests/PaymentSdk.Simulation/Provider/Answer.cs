namespace PaymentSdk.Simulation.Provider;

/// <summary>An answer of the gateway.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
/// <param name="Code">The error code in the body; null when the answer is not an error of the API.</param>
internal sealed record Answer(int Status, byte[] Body, string? Code = null)
{
    private static readonly Dictionary<string, int> Statuses = new(StringComparer.Ordinal)
    {
        ["UNAUTHORIZED_KEY"] = 401,
        ["FORBIDDEN_REQUEST"] = 403,
        ["REJECT_CARD_PAYMENT"] = 403,
        ["REJECT_ACCOUNT_PAYMENT"] = 403,
        ["EXCEED_MAX_ONE_DAY_AMOUNT"] = 403,
        ["FDS_ERROR"] = 403,
        ["NOT_CANCELABLE_PAYMENT"] = 403,
        ["NOT_CANCELABLE_PAYMENT_FOR_DORMANT_USER"] = 403,
        ["NOT_CANCELABLE_AMOUNT"] = 403,
        ["EXCEED_CANCEL_LIMIT"] = 403,
        ["EXCEED_MAX_REFUND_DUE"] = 403,
        ["NOT_ALLOWED_PARTIAL_REFUND"] = 403,
        ["NOT_ALLOWED_PARTIAL_REFUND_WAITING_DEPOSIT"] = 403,
        ["NOT_AVAILABLE_BANK"] = 403,
        ["FORBIDDEN_CONSECUTIVE_REQUEST"] = 403,
        ["NOT_FOUND_PAYMENT"] = 404,
        ["NOT_FOUND_PAYMENT_SESSION"] = 404,
        ["IDEMPOTENT_REQUEST_PROCESSING"] = 409,
        ["COMMON_ERROR"] = 500,
        ["FAILED_INTERNAL_SYSTEM_PROCESSING"] = 500,
        ["FAILED_REFUND_PROCESS"] = 500,
        ["UNKNOWN_PAYMENT_ERROR"] = 500,
    };

    private static readonly Dictionary<string, Answer> Errors = new(StringComparer.Ordinal);
    private static readonly Lock Making = new();

    public static Answer BadGateway { get; } = new(502, "<html><body>502 Bad Gateway</body></html>"u8.ToArray());

    public static Answer TooMany { get; } = new(429, "<html><body>Too Many Requests</body></html>"u8.ToArray());

    public bool IsJson => Body.Length == 0 || Body[0] != (byte)'<';

    public static Answer Ok(byte[] body) => new(200, body);

    /// <summary>Returns an error of the API. Most refusals have status 400; the table lists the others.</summary>
    public static Answer Error(string code)
    {
        lock (Making)
        {
            if (!Errors.TryGetValue(code, out var answer))
                Errors[code] = answer = new Answer(Statuses.GetValueOrDefault(code, 400), PaymentText.Error(code), code);
            return answer;
        }
    }
}
