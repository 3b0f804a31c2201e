using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TechMarket.Identity;

/// <summary>A unique index has decided between two that wanted the same.</summary>
static class UniqueViolation
{
    public static bool IsOf(DbUpdateException exception, string index) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation && violation.ConstraintName == index;
}
