namespace TechMarket.Platform.Postgres;

/// <summary>The private PostgreSQL cannot be started; the message tells an operator what to do about it.</summary>
public sealed class PostgresSetupException : Exception
{
    public PostgresSetupException()
    {
    }

    public PostgresSetupException(string message) : base(message)
    {
    }

    public PostgresSetupException(string message, Exception inner) : base(message, inner)
    {
    }
}
