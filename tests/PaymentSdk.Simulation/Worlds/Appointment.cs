namespace PaymentSdk.Simulation.Worlds;

/// <summary>A planned action. It does not run if it was canceled or its life has ended.</summary>
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
