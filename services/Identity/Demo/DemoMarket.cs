using TechMarket.Platform.Security;

namespace TechMarket.Identity.Demo;

/// <summary>Who takes part in the demonstration. All of them are made up; their names say so.</summary>
static class DemoMarket
{
    public const string SourceCode = "sample";

    /// <summary>Its presence tells that the demonstration has been set up.</summary>
    public static readonly Guid CityBureau = new("0199f000-0000-7000-8000-000000000001");

    public static readonly IReadOnlyList<DemoOrganisation> Organisations =
    [
        new(CityBureau, "天水市科学技术局（演示）", OrganisationKinds.Bureau, "11620500MB0XX0019K", "013", "620500",
        [
            new("registrar", "登记员甲", "registrar1@bureau.example.test", Roles.Registrar),
            new("registrar", "登记员乙", "registrar2@bureau.example.test", Roles.Registrar),
            new("reviewer", "审核员", "reviewer@bureau.example.test", Roles.Reviewer),
            new("finance", "局财务", "finance@bureau.example.test", Roles.Finance),
            new("finance", "局财务乙", "finance2@bureau.example.test", Roles.Finance),
            new("administrator", "系统管理员", "administrator@bureau.example.test", Roles.Administrator),
        ]),
        new(Numbered(2), "天水市麦积区科学技术局（演示）", OrganisationKinds.Bureau, "11620503MB0XX0027R", "014", "620503",
        [
            new("registrar", "麦积登记员", "registrar@maiji.example.test", Roles.Registrar),
            new("reviewer", "麦积审核员", "reviewer@maiji.example.test", Roles.Reviewer, Roles.Administrator),
        ]),
        new(Numbered(3), "示范大学", OrganisationKinds.University, "12620500MB0XX00356", "022", "620502",
        [
            new("publisher", "示范大学发布员", "publisher@university.example.test", Roles.Publisher),
            new("approver", "示范大学审批人", "approver@university.example.test", Roles.Approver, Roles.Administrator),
        ]),
        new(Numbered(4), "示范理工大学", OrganisationKinds.University, "12620500MB0XX00431", "022", "620502",
        [
            new("publisher", "理工大学发布员", "publisher@polytechnic.example.test", Roles.Publisher),
            new("approver", "理工大学审批人", "approver@polytechnic.example.test", Roles.Approver, Roles.Administrator),
        ]),
        new(Numbered(5), "示范农业科学研究所", OrganisationKinds.Institute, "12620503MB0XX00517", "021", "620503",
        [
            new("publisher", "研究所发布员", "publisher@institute.example.test", Roles.Publisher),
            new("approver", "研究所审批人", "approver@institute.example.test", Roles.Approver, Roles.Administrator),
        ]),
        new(Numbered(6), "示范装备制造有限公司", OrganisationKinds.Enterprise, "91620502MA0XX00662", "150", "620502",
        [
            new("purchaser", "装备公司采购", "purchaser@equipment.example.test", Roles.Purchaser, Roles.Administrator),
            new("finance", "装备公司财务", "finance@equipment.example.test", Roles.Finance),
        ]),
        new(Numbered(7), "示范新材料有限公司", OrganisationKinds.Enterprise, "91620503MA0XX0074B", "150", "620503",
        [
            new("purchaser", "新材料公司采购", "purchaser@materials.example.test", Roles.Purchaser, Roles.Administrator),
        ]),
        new(Numbered(11), "示范能源装备有限公司", OrganisationKinds.Enterprise, "91620503MA0XX0111H", "150", "620503",
        [
            new("purchaser", "能源公司采购", "purchaser@energy.example.test", Roles.Purchaser, Roles.Administrator),
        ]),
        new(Numbered(8), "示范技术经纪有限公司", OrganisationKinds.BrokerAgency, "91620502MA0XX0082P", "150", "620502",
        [
            new("broker", "经纪公司经理人", "broker@agency.example.test", Roles.Broker, Roles.Finance, Roles.Administrator),
        ]),
        new(Numbered(9), "王示范", OrganisationKinds.IndividualBroker, null, "600", "620503",
        [
            new("broker", "王示范", "broker@individual.example.test", Roles.Broker, Roles.Administrator),
        ]),
        new(Numbered(10), "示例数据源", OrganisationKinds.DataSource, null, null, "620500",
        [
            new("data_source", "数据源管理员", "administrator@source.example.test", Roles.Publisher, Roles.Administrator),
        ]),
    ];

    private static Guid Numbered(int number) => new($"0199f000-0000-7000-8000-{number:D12}");
}

sealed record DemoOrganisation(
    Guid Id, string Name, string Kind, string? CreditCode, string? PartyNature, string AreaCode, IReadOnlyList<DemoPerson> People);

sealed record DemoPerson(string Shows, string Name, string Email, params string[] Roles);
