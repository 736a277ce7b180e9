namespace PaymentSdk.Simulation.Worlds;

/// <summary>Something that is to happen. It does not when it was called off or the life it belongs to has ended.</summary>
internal sealed class Appointment(Life life, Action happen)
{
    private bool _calledOff;

    public Life Life => life;

    public bool IsOver => _calledOff || life.IsOver;

    public void CallOff() => _calledOff = true;

    public void Happen()
    {
        _calledOff = true;
        happen();
    }
}
