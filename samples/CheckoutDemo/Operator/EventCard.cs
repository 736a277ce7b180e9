using PaymentSdk;

namespace CheckoutDemo.Operator;

/// <summary>An event that no handler has taken.</summary>
internal sealed record EventCard(Guid Id, string Type, string OrderId, int Tries, string? Error, DateTimeOffset RecordedAt, DateTimeOffset? DueAt)
{
    public static EventCard Of(UndeliveredEvent delivery) => new(
        delivery.Event.EventId, delivery.Event.Type.ToString(), delivery.Event.OrderId.Value, delivery.FailureCount, delivery.Error, delivery.Event.RecordedAt, delivery.DueAt);
}
