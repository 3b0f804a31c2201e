using TechMarket.Platform.Security;

namespace TechMarket.Commissions.Rewards;

/// <summary>Who objected to an award notice.</summary>
sealed class ContactVault(IConfiguration configuration) : SealedContacts("Commissions", configuration);
