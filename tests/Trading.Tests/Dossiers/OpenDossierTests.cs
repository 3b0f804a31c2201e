using TechMarket.Platform.Security;
using TechMarket.Testing;
using TechMarket.Trading.Dossiers;

namespace TechMarket.Trading.Tests.Dossiers;

/// <summary>Who gets a dossier, and for whom there is no such deal.</summary>
public sealed class OpenDossierTests(TradingFixture market) : IClassFixture<TradingFixture>
{
    private readonly TradingApp app = market.App;

    [Fact]
    public async Task Those_who_answer_for_the_deal_may_all_others_find_nothing()
    {
        var (scene, _) = await DossierScene.Negotiated(app);
        Caller[] allowed =
        [
            scene.Seller, scene.Approver, scene.Buyer, scene.Buyer.Colleague(Roles.Approver), scene.Bureau, scene.Bureau.Colleague(Roles.Reviewer),
            scene.Bureau.Colleague(Roles.Administrator), People.Of(OrganisationKinds.Bureau, "省科技厅", "330000", true, Roles.Reviewer),
        ];
        foreach (var caller in allowed) await scene.Put(caller, Guid.CreateVersion7()).Succeeds();

        Caller[] strangers =
        [
            scene.Seller.Colleague(Roles.Finance), scene.Seller.Colleague(Roles.Administrator), scene.Buyer.Colleague(Roles.Finance), scene.Bureau.Colleague(Roles.Finance),
            scene.Bureau with { AreaCode = "330300" }, scene.Bureau with { AreaCode = null }, scene.Bureau with { Verified = false }, TradingApp.Buyer(),
            People.Of(OrganisationKinds.University, "别的大学", "330100", true, [.. Roles.All]), People.Of(OrganisationKinds.BrokerAgency, "经纪公司", "330100", true, [.. Roles.All]),
            scene.Seller with { Organisation = null },
        ];
        var made = await scene.Made(scene.Approver);
        foreach (var caller in strangers)
        {
            await app.RefusesUnchanged(() => scene.Put(caller, Guid.CreateVersion7()), 404, "trading/deal-not-found");
            foreach (var path in new[] { "", $"/{made.Dossier.Id}", $"/{made.Dossier.Id}/file" })
                await app.RefusesUnchanged(() => app.As(caller).GetAsync(scene.Url + path), 404, "trading/deal-not-found");
        }
        (await scene.Put(null, Guid.CreateVersion7()).RefusedWith(401)).ShouldBe("platform/sign-in-needed");
        await app.RefusesUnchanged(() => app.As(scene.Seller).PutAsync($"/api/trading/deals/{Guid.CreateVersion7()}/dossiers/{Guid.CreateVersion7()}", null), 404, "trading/deal-not-found");
    }

    [Fact]
    public async Task One_side_does_not_see_what_the_other_had_made()
    {
        var (scene, _) = await DossierScene.Negotiated(app);
        var (mine, _) = await scene.Made(scene.Approver);
        foreach (var path in new[] { $"/{mine.Id}", $"/{mine.Id}/file" })
        {
            await app.RefusesUnchanged(() => app.As(scene.Buyer).GetAsync(scene.Url + path), 404, "trading/dossier-not-found");
            await app.RefusesUnchanged(() => app.As(scene.Bureau).GetAsync(scene.Url + path), 404, "trading/dossier-not-found");
        }
        await app.RefusesUnchanged(() => scene.Put(scene.Buyer, mine.Id), 404, "trading/dossier-not-found");
        (await app.As(scene.Buyer).GetAsync(scene.Url).Read<ListDossiers.Response>()).Items.ShouldBeEmpty();
        (await app.As(scene.Seller).GetAsync(scene.Url).Read<ListDossiers.Response>()).Items.ShouldHaveSingleItem().Fingerprint.ShouldBe(mine.Fingerprint);
    }

    [Fact]
    public async Task Asking_twice_is_asking_once()
    {
        var (scene, _) = await DossierScene.Negotiated(app);
        var id = Guid.CreateVersion7();
        await scene.Put(scene.Approver, id).Succeeds();
        await app.RepeatsUnchanged(() => scene.Put(scene.Approver, id));
        await app.RefusesUnchanged(() => scene.Put(scene.Seller, id), 409, "trading/id-reused");
        var (other, _) = await DossierScene.Negotiated(app);
        await app.RefusesUnchanged(() => app.As(other.Seller with { PersonId = scene.Approver.PersonId }).PutAsync($"{other.Url}/{id}", null), 409, "trading/id-reused");
    }
}
