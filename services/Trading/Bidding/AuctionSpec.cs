using TechMarket.Messages;

namespace TechMarket.Trading.Bidding;

/// <summary>A qualified party of the sale and the deposit its right to bid hangs on.</summary>
sealed record AuctionBidder(Guid PartyId, string PartyName, Guid DepositId);

/// <summary>A holder of a right of first refusal (DOMAIN 1.6); 1 ranks first. One who is no bidder with a deposit held has waived it.</summary>
/// <param name="Basis">Inventor, co-developer, commissioning party …: public, without a name.</param>
sealed record PriorityHolder(Guid PartyId, int Rank, string Basis);

/// <summary>What a sale needs an auction for.</summary>
/// <param name="ReservePrice">Secret; sealed at once and opened at the close.</param>
/// <param name="AuctionHouseId">May not bid.</param>
sealed record AuctionSpec(
    Guid SaleId, string SaleNumber, Guid SellerId, Guid AchievementId, string Title, AuctionRules Rules, Money? ReservePrice, DateTimeOffset OpensAt,
    IReadOnlyList<AuctionBidder> Bidders, IReadOnlyList<PriorityHolder> PriorityHolders, Guid? AuctionHouseId);
