using TechMarket.Platform.Problems;

namespace TechMarket.Contracts;

/// <summary>Every refusal of this service.</summary>
static class Problems
{
    public static readonly Problem NotFound = new("contracts/not-found", 404, "There is no such contract, or it is not yours to see.");
    public static readonly Problem WrongState = new("contracts/wrong-state", 409, "The contract's state does not allow this.");
    public static readonly Problem VersionStale = new("contracts/version-stale", 409, "The contract has a newer version; read it first.");
    public static readonly Problem VersionSigned = new("contracts/version-signed", 409, "Somebody has signed this version, so its text is fixed.");
    public static readonly Problem ClauseEmpty = new("contracts/clause-empty", 409, "A clause may not be empty; say that nothing is agreed on it.");
    public static readonly Problem ItemsDoNotAddUp = new("contracts/items-do-not-add-up", 409, "The items do not add up to the contract amount.");
    public static readonly Problem MilestonesDoNotAddUp = new("contracts/milestones-do-not-add-up", 409, "The milestones' amounts do not fit the price.");
    public static readonly Problem AmountsRefused = new("contracts/amounts-refused", 409, "These amounts cannot be true together.");
    public static readonly Problem CurrencyDiffers = new("contracts/currency-differs", 409, "Every amount is in the contract's currency.");
    public static readonly Problem DocumentDiffers = new("contracts/document-differs", 409, "This is not the text that is to be signed; read the current version.");
    public static readonly Problem CredentialRefused = new("contracts/credential-refused", 403, "The re-entered credential was not accepted for this document; enter it again.");
    public static readonly Problem ProofUsed = new("contracts/proof-used", 409, "This proof of the credential has been used; enter the credential again.");
    public static readonly Problem RegistrationOpen = new("contracts/registration-open", 409, "A registration of this contract is open or in force; it has to be changed or cancelled first.");

    public static readonly Problem PaymentNotFound = new("contracts/payment-not-found", 404, "There is no such payment under this contract.");
    public static readonly Problem PaymentIdReused = new("contracts/payment-id-reused", 409, "This id names another payment already.");
    public static readonly Problem PaymentExceedsPrice = new("contracts/payment-exceeds-price", 409, "The payments would exceed the contract price.");
    public static readonly Problem PaymentNotPositive = new("contracts/payment-not-positive", 409, "A payment is more than nothing.");
    public static readonly Problem PaymentInFuture = new("contracts/payment-in-future", 409, "A payment that was received lies in the past.");
    public static readonly Problem ReferenceUsed = new("contracts/reference-used", 409, "This bank reference is recorded under the contract already.");
    public static readonly Problem PaymentDecided = new("contracts/payment-decided", 409, "The buyer has decided on this payment already.");
    public static readonly Problem MilestoneUnknown = new("contracts/milestone-unknown", 409, "The contract has no such milestone.");

    public static readonly Problem RegistrationNotFound = new("contracts/registration-not-found", 404, "There is no such registration, or it is not yours to see.");
    public static readonly Problem RegistrationWrongState = new("contracts/registration-wrong-state", 409, "The registration's state does not allow this.");
    public static readonly Problem ContractNotEffective = new("contracts/contract-not-effective", 409, "Only a contract in force can be registered.");
    public static readonly Problem CodeUnknown = new("contracts/code-unknown", 409, "A code is not on its list.");
    public static readonly Problem NoAgency = new("contracts/no-agency", 409, "No registration agency is known for the seller's seat.");
    public static readonly Problem PreCheckBlocks = new("contracts/pre-check-blocks", 409, "The filing would be refused; correct what the pre-check names.");
    public static readonly Problem RegistrarIsParty = new("contracts/registrar-is-party", 403, "A party of the contract cannot register it.");
    public static readonly Problem NotYourCase = new("contracts/not-your-case", 409, "Another registrar works on this filing.");
    public static readonly Problem SameRegistrar = new("contracts/same-registrar", 409, "The second person must be another one.");
    public static readonly Problem TestUnknown = new("contracts/test-unknown", 409, "This test does not belong to the category.");
    public static readonly Problem TestsOpen = new("contracts/tests-open", 409, "Not every test of the category has passed.");
    public static readonly Problem ReasonNeeded = new("contracts/reason-needed", 409, "A non-technical item needs a reason.");
    public static readonly Problem NationalNumberUnfit = new("contracts/national-number-unfit", 409, "The national number does not have the expected form.");
    public static readonly Problem NationalNumberUsed = new("contracts/national-number-used", 409, "This national number belongs to another registration.");
    public static readonly Problem ContractStillRuns = new("contracts/contract-still-runs", 409, "The contract has not ended, so its registration stays.");
    public static readonly Problem NotRegistered = new("contracts/not-registered", 404, "There is no certificate: the contract is not registered.");
    public static readonly Problem CodeNotFound = new("contracts/verification-code-unknown", 404, "No certificate has this code.");

    public static readonly Problem AreaUnknown = new("contracts/area-unknown", 409, "There is no such area.");
    public static readonly Problem TargetNotPositive = new("contracts/target-not-positive", 409, "A target is more than nothing, in yuan.");
    public static readonly Problem AreaNotYours = new("contracts/area-not-yours", 403, "This area lies outside your bureau's.");
}
