using MassTransit;

namespace TechMarket.Messages;

/// <summary>An organisation was registered, verified or changed. Version grows by one with every change.</summary>
/// <param name="Kind">university, institute, enterprise, broker_agency, individual_broker, bureau or data_source.</param>
/// <param name="PartyNature">机构性质, DOMAIN 2.7.</param>
/// <param name="AreaCode">GB/T 2260, six digits.</param>
/// <param name="PublicInstitution">A public research body: an agreed price needs public notice (转化法 18).</param>
[MessageUrn("identity:organisation-changed:1"), EntityName("identity.organisation-changed.1")]
public sealed record OrganisationChanged(
    Guid OrganisationId, long Version, string Name, string Kind, string? CreditCode, string? PartyNature, string? AreaCode,
    bool PublicInstitution, bool Verified, DateTimeOffset ChangedAt);

/// <summary>An organisation asks the bureau to verify it.</summary>
[MessageUrn("identity:verification-requested:1"), EntityName("identity.verification-requested.1")]
public sealed record VerificationRequested(Guid OrganisationId, string Name, string Kind, string? AreaCode, DateTimeOffset RequestedAt);

/// <summary>Somebody tried to sign up with the address of a person who has an account; they were not told so.</summary>
[MessageUrn("identity:sign-up-repeated:1"), EntityName("identity.sign-up-repeated.1")]
public sealed record SignUpRepeated(Guid PersonId, DateTimeOffset TriedAt);

/// <summary>A person joined an organisation, left it, or holds other roles in it. Version grows by one with every change.</summary>
/// <param name="Language">zh or en: the language of mails.</param>
[MessageUrn("identity:membership-changed:1"), EntityName("identity.membership-changed.1")]
public sealed record MembershipChanged(
    Guid PersonId, Guid OrganisationId, long Version, [property: Personal] string PersonName, [property: Personal] string Email, string Language, IReadOnlyList<string> Roles,
    bool Active, DateTimeOffset ChangedAt);
