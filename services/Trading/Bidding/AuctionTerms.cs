using TechMarket.Platform.Web;

namespace TechMarket.Trading.Bidding;

/// <summary>The announced rules as the first entry of the log states them: what anyone needs to follow the bidding to its winner.</summary>
static class AuctionTerms
{
    public static string Of(Auction auction)
    {
        var (rules, json) = (auction.Rules, new CanonicalJson());
        json.Text("number", auction.Number);
        json.Text("sale", auction.SaleNumber);
        json.Text("title", auction.Title);
        json.Text("type", rules.Type.Name());
        json.Time("opensAt", auction.OpensAt);
        json.Text("currency", rules.Currency);
        json.Money("startPrice", rules.StartPrice.Amount);
        json.Raw("increments", List(rules.Increments.Select(Band)));
        json.Number("freeSeconds", rules.FreeSeconds);
        json.Number("timedSeconds", rules.TimedSeconds);
        json.Number("sealedSeconds", rules.SealedSeconds);
        json.Number("extensionWindowSeconds", rules.ExtensionWindowSeconds);
        json.Number("extensionBySeconds", rules.ExtensionBySeconds);
        if (rules.MaxExtensions is { } most) json.Number("maxExtensions", most);
        if (rules.Decrement is { } decrement) json.Money("decrement", decrement.Amount);
        json.Number("intervalSeconds", rules.IntervalSeconds);
        if (rules.FloorPrice is { } floor) json.Money("floorPrice", floor.Amount);
        json.Number("priorityCallSeconds", rules.PriorityCallSeconds);
        json.Number("minimumBidders", rules.MinimumBidders);
        if (rules.ConfirmAbove is { } high) json.Money("confirmAbove", high.Amount);
        // Which code is whose right stays open until the right is used.
        json.Raw("priority", List(auction.Bidders.Where(b => b.Rank is not null).OrderBy(b => b.Rank).Select(Right)));
        return json.Close();
    }

    private static string Band(IncrementBand band)
    {
        var json = new CanonicalJson();
        json.Money("from", band.From.Amount);
        json.Money("step", band.Step.Amount);
        return json.Close();
    }

    private static string Right(Bidder holder)
    {
        var json = new CanonicalJson();
        json.Number("rank", holder.Rank!.Value);
        json.Text("basis", holder.Basis ?? "");
        return json.Close();
    }

    private static string List(IEnumerable<string> items) => "[" + string.Join(',', items) + "]";
}
