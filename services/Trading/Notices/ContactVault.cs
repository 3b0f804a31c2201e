using TechMarket.Platform.Security;

namespace TechMarket.Trading.Notices;

/// <summary>Who objected to a price notice.</summary>
sealed class ContactVault(IConfiguration configuration) : SealedContacts("Trading", configuration);
