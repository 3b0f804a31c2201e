namespace TechMarket.WebTests.FirstDeal;

/// <summary>The first deal, walked by ten people through the pages: from a draft to a paid-out commission, with a picture of every step.</summary>
[Collection(BrowsingTests.Name)]
public sealed class FirstDealTests(Browsing browsing)
{
    [Fact]
    public async Task Travels_from_a_draft_to_a_paid_commission()
    {
        await using var cast = await Cast.Gather(browsing);
        try
        {
            await Tell(cast);
        }
        catch
        {
            await cast.KeepAll("story-failed");
            throw;
        }
        cast.Faults.ShouldBeEmpty();
    }

    private static async Task Tell(Cast cast)
    {
        await Publishing.Tell(cast);
        await Needing.Tell(cast);
        await Brokering.Tell(cast);
        await Negotiating.Tell(cast);
        await Announcing.Tell(cast);
        await Announcing.Pass(cast);
        await Contracting.Tell(cast);
        await Registering.Tell(cast);
        await Settling.Tell(cast);
    }
}
