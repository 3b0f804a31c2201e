namespace TechMarket.WebTests.ListedSale;

/// <summary>
/// A listed sale through the pages: two bidders register, pay, are qualified and bid against each other before an onlooker; then the money moves.
/// </summary>
[Collection(nameof(EmptyMarket))]
public sealed class ListedSaleTests(EmptyMarket browsing)
{
    [Fact]
    public async Task Goes_from_the_announcement_over_the_live_bidding_to_the_returned_deposit()
    {
        await using var hall = await Hall.Gather(browsing);
        try
        {
            await Entering.Tell(hall);
            await Bidding.Tell(hall);
            await Settling.Tell(hall);
        }
        catch
        {
            await hall.KeepAll("sale-failed");
            throw;
        }
        hall.Faults.ShouldBeEmpty();
    }
}
