using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Validation;
using TechMarket.Platform.Problems;

namespace TechMarket.Platform.Security;

/// <summary>What a person may do in an organisation. Registrar and broker exclude each other (DOMAIN R-8).</summary>
public static class Roles
{
    public const string Publisher = "publisher";
    public const string Approver = "approver";
    public const string Purchaser = "purchaser";
    public const string Broker = "broker";
    public const string Registrar = "registrar";
    public const string Reviewer = "reviewer";
    public const string Finance = "finance";
    public const string Administrator = "administrator";

    public static readonly IReadOnlyList<string> All = [Publisher, Approver, Purchaser, Broker, Registrar, Reviewer, Finance, Administrator];
}

/// <summary>What an organisation is.</summary>
public static class OrganisationKinds
{
    public const string University = "university";
    public const string Institute = "institute";
    public const string Enterprise = "enterprise";
    public const string BrokerAgency = "broker_agency";
    public const string IndividualBroker = "individual_broker";
    public const string Bureau = "bureau";
    public const string DataSource = "data_source";

    public static readonly IReadOnlyList<string> All = [University, Institute, Enterprise, BrokerAgency, IndividualBroker, Bureau, DataSource];
}

/// <summary>The names of the claims a service's token carries.</summary>
public static class MarketClaims
{
    public const string Person = "sub";
    public const string PersonName = "name";
    public const string Organisation = "org";
    public const string OrganisationName = "org_name";
    public const string OrganisationKind = "org_kind";
    public const string OrganisationArea = "org_area";
    public const string OrganisationVerified = "org_verified";
    public const string OrganisationPublic = "org_public";
    public const string OrganisationCreditCode = "org_credit_code";
    public const string OrganisationNature = "org_nature";
    public const string OrganisationSource = "org_source";
    public const string Role = "role";
}

/// <summary>Who asks, and for which organisation. Bound as a parameter of an action; throws when nobody is signed in.</summary>
/// <remarks>It is no request body: validation must not read its properties, some of which refuse.</remarks>
[SkipValidation]
public sealed record Caller(
    Guid PersonId, string PersonName, Guid? Organisation, string OrganisationName, string OrganisationKind, string? AreaCode, bool Verified,
    bool PublicInstitution, string? CreditCode, string? PartyNature, string? DataSource, IReadOnlySet<string> Roles)
{
    /// <summary>The organisation the caller acts for; refuses when none is chosen.</summary>
    public Guid OrganisationId => Organisation ?? throw PlatformProblems.OrganisationNeeded.Now();

    public bool Has(string role) => Roles.Contains(role);

    /// <summary>Refuses unless the caller holds one of the roles.</summary>
    public Caller Require(params string[] oneOf) =>
        oneOf.Any(Roles.Contains) ? this : throw PlatformProblems.RoleMissing.With(("needed", oneOf));

    /// <summary>Refuses unless the caller's organisation has been verified by the bureau.</summary>
    public Caller RequireVerified() => Verified ? this : throw PlatformProblems.NotVerified.Now();

    /// <summary>Refuses unless the caller acts for a bureau and holds one of the roles.</summary>
    public Caller RequireBureau(params string[] oneOf) =>
        OrganisationKind == OrganisationKinds.Bureau ? Require(oneOf) : throw PlatformProblems.RoleMissing.With(("needed", oneOf));

    public static Caller? From(ClaimsPrincipal user)
    {
        if (user.Identity is not { IsAuthenticated: true } || !Guid.TryParse(user.FindFirstValue(MarketClaims.Person), out var person)) return null;
        return new Caller(
            person,
            user.FindFirstValue(MarketClaims.PersonName) ?? "",
            Guid.TryParse(user.FindFirstValue(MarketClaims.Organisation), out var organisation) ? organisation : null,
            user.FindFirstValue(MarketClaims.OrganisationName) ?? "",
            user.FindFirstValue(MarketClaims.OrganisationKind) ?? "",
            user.FindFirstValue(MarketClaims.OrganisationArea),
            user.FindFirstValue(MarketClaims.OrganisationVerified) == "true",
            user.FindFirstValue(MarketClaims.OrganisationPublic) == "true",
            user.FindFirstValue(MarketClaims.OrganisationCreditCode),
            user.FindFirstValue(MarketClaims.OrganisationNature),
            user.FindFirstValue(MarketClaims.OrganisationSource),
            user.FindAll(MarketClaims.Role).Select(c => c.Value).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The claims that give this very caller back.</summary>
    public IEnumerable<Claim> ToClaims()
    {
        yield return new Claim(MarketClaims.Person, PersonId.ToString());
        yield return new Claim(MarketClaims.PersonName, PersonName);
        if (Organisation is { } organisation)
        {
            yield return new Claim(MarketClaims.Organisation, organisation.ToString());
            yield return new Claim(MarketClaims.OrganisationName, OrganisationName);
            yield return new Claim(MarketClaims.OrganisationKind, OrganisationKind);
            yield return new Claim(MarketClaims.OrganisationVerified, Verified ? "true" : "false");
            yield return new Claim(MarketClaims.OrganisationPublic, PublicInstitution ? "true" : "false");
            if (AreaCode is not null) yield return new Claim(MarketClaims.OrganisationArea, AreaCode);
            if (CreditCode is not null) yield return new Claim(MarketClaims.OrganisationCreditCode, CreditCode);
            if (PartyNature is not null) yield return new Claim(MarketClaims.OrganisationNature, PartyNature);
            if (DataSource is not null) yield return new Claim(MarketClaims.OrganisationSource, DataSource);
        }
        foreach (var role in Roles) yield return new Claim(MarketClaims.Role, role);
    }

    public static ValueTask<Caller?> BindAsync(HttpContext context) =>
        From(context.User) is { } caller ? ValueTask.FromResult<Caller?>(caller) : throw PlatformProblems.SignInNeeded.Now();
}

/// <summary>Who asks on a route open to everyone: a caller, or nobody.</summary>
[SkipValidation]
public sealed record Visitor(Caller? Caller)
{
    public static ValueTask<Visitor?> BindAsync(HttpContext context) => ValueTask.FromResult<Visitor?>(new Visitor(Caller.From(context.User)));
}
