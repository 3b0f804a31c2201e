using TechMarket.Platform.Security;

namespace TechMarket.Platform.Imports;

/// <summary>Under which source code a caller's rows are kept.</summary>
public static class ImportSources
{
    /// <summary>A verified data source's word stands for the reviews; any other's rows are its own drafts.</summary>
    public static bool IsTrusted(this Caller caller) =>
        caller is { OrganisationKind: OrganisationKinds.DataSource, Verified: true, DataSource.Length: > 0 };

    /// <summary>A data source's own code; an organisation that imports its own records, its credit code or id. Refuses all others.</summary>
    public static string SourceOf(Caller caller, IReadOnlyList<string> ownKinds, params string[] ownRoles)
    {
        var organisation = caller.OrganisationId;
        if (caller.OrganisationKind == OrganisationKinds.DataSource)
        {
            caller.RequireVerified().Require(Roles.Publisher, Roles.Purchaser, Roles.Administrator);
            return caller.DataSource is { Length: > 0 } code ? code : throw ImportProblems.NotAllowed.Now();
        }
        if (!ownKinds.Contains(caller.OrganisationKind)) throw ImportProblems.NotAllowed.Now();
        caller.RequireVerified().Require(ownRoles);
        return caller.CreditCode ?? organisation.ToString("N");
    }
}
