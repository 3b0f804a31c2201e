import type { Money } from '@/ui/money'

export interface LocalText { zh: string; en: string }

export type ContractState =
  | 'DRAFT' | 'INTERNAL_REVIEW' | 'SIGNING' | 'EFFECTIVE' | 'PERFORMING' | 'AMENDED' | 'COMPLETED' | 'TERMINATED' | 'VOID'
export type RegistrationState =
  | 'DRAFT' | 'SUBMITTED' | 'RETURNED_FOR_CORRECTION' | 'ACCEPTED' | 'FIRST_REVIEW' | 'SECOND_REVIEW' | 'REGISTERED' | 'REFUSED'
  | 'CANCELLED' | 'REVIEW_REQUESTED'
export type Side = 'SELLER' | 'BUYER'
export type CarrierKind = 'DOCUMENTS' | 'TEST_MATERIAL' | 'EQUIPMENT_SET'
export type ClockColour = 'GREEN' | 'AMBER' | 'RED'

export interface Paged<T> { items: T[]; total: number; page: number; size: number }

export interface Clause { code: string; heading: string; text: string; fixed: boolean }

export interface LineItem {
  title: string
  amount: Money
  isTechnical: boolean
  carrier?: CarrierKind | null
  quantity: number
  reason?: string | null
}

export interface Milestone { title: string; dueOn?: string | null; amount: Money }

export interface ContractContent {
  title: string
  clauses: Clause[]
  lineItems: LineItem[]
  milestones: Milestone[]
  signingPlace?: string | null
}

export interface IpRight { kind: string; number?: string | null; owner?: string | null; status?: string | null; expiresOn?: string | null }

export interface ContractRow {
  id: string
  number: string
  title: string
  category: string
  state: ContractState
  version: number
  price: Money
  mySide: Side
  counterparty: string
  registrationState?: RegistrationState | null
  registrationNumber?: string | null
  registrationId?: string | null
  draftedAt: string
  effectiveAt?: string | null
  changedAt: string
}

export interface ContractParty {
  organisationId: string
  name: string
  kind: string
  creditCode?: string | null
  nature?: string | null
  areaCode?: string | null
  role: LocalText
  area?: LocalText | null
}

export interface Signature {
  side: Side
  version: number
  documentSha256: string
  personName: string
  organisationName: string
  proofId: string
  signedAt: string
}

export interface Payment {
  id: string
  amount: Money
  bankReference: string
  receivedOn: string
  milestone?: number | null
  state: 'RECORDED' | 'CONFIRMED' | 'DISPUTED'
  reason?: string | null
  recordedBy: string
  recordedAt: string
  decidedBy?: string | null
  decidedAt?: string | null
}

export interface HistoryLine {
  at: string
  action: string
  from?: string | null
  to?: string | null
  personName?: string | null
  organisationName?: string | null
  reason?: string | null
}

export interface Contract {
  id: string
  number: string
  dealId: string
  dealNumber: string
  negotiationId?: string | null
  achievementNumber: string
  achievementTitle: string
  title: string
  state: ContractState
  version: number
  effectiveVersion?: number | null
  category: string
  categoryName: LocalText
  classR2001: string
  classCivilCode: string
  fieldCode: string
  price: Money
  priceWords: string
  terms: {
    paymentMode: string
    licenceExclusivity?: string | null
    royaltyRate?: number | null
    royaltyBase?: string | null
    territory?: string | null
    startsOn?: string | null
    endsOn?: string | null
  }
  relatedParty: boolean
  seller: ContractParty
  buyer: ContractParty
  ipRights: IpRight[]
  content: ContractContent
  amounts: Amounts
  documentSha256: string
  confirmations: { side: Side; version: number; personName: string; at: string }[]
  signatures: Signature[]
  payments: Payment[]
  received: Money
  termination?: { side: Side; reason: string; personName: string; at: string } | null
  registration?: { id: string; state: RegistrationState; number?: string | null; verificationCode?: string | null; registeredAt?: string | null } | null
  mySide: Side
  may: {
    amend: boolean
    confirm: boolean
    sign: boolean
    void: boolean
    terminate: boolean
    complete: boolean
    recordPayment: boolean
    confirmPayment: boolean
    register: boolean
  }
  draftedAt: string
  signBy?: string | null
  effectiveAt?: string | null
  history: HistoryLine[]
}

export interface ContractVersion {
  number: number
  content: ContractContent
  documentSha256: string
  authorName?: string | null
  authorOrganisation?: string | null
  note?: string | null
  createdAt: string
}

export interface Amounts { contractAmount: Money; nonTechAmount: Money; technicalAmount: Money }

export interface FormParty {
  name: string
  kind: string
  creditCode?: string | null
  nature?: string | null
  areaCode?: string | null
  country: string
  legalRepresentative?: string | null
  contact?: string | null
  phone?: string | null
}

export interface RegistrationForm {
  projectName: string
  category: string
  fieldCode: string
  socioEconomicGoal?: string | null
  industry?: string | null
  ipTypes: string[]
  ipNumbers: string[]
  planType?: string | null
  planNumber?: string | null
  signedOn: string
  signingPlace?: string | null
  startsOn?: string | null
  endsOn?: string | null
  contractAmount: Money
  paymentMode: string
  seller: FormParty
  buyer: FormParty
  foreign: boolean
  relatedParty: boolean
  taxRelief: boolean
  summary: string
  newInvestment?: Money | null
  newOutput?: Money | null
  commitmentGiven: boolean
}

export interface Finding {
  code: string
  severity: 'BLOCK' | 'WARN' | 'HINT'
  zh: string
  en: string
  source: string
  field?: string | null
  quote?: string | null
}

export interface PreCheck { blocked: boolean; findings: Finding[]; agencies: { id: string; name: string; areaCode: string }[] }

export interface RecognitionTest {
  code: string
  zh: string
  en: string
  source: string
  reasonCodeIfFailed: string
  advisory: boolean
  passed?: boolean | null
  note?: string | null
}

export interface ReviewedItem extends LineItem { acceptedQuantity?: number | null }

export interface Registration extends Amounts {
  id: string
  version: number
  state: RegistrationState
  contractId: string
  contractNumber: string
  contractVersion: number
  dealId: string
  title: string
  category: string
  categoryName: LocalText
  classR2001: string
  classCivilCode: string
  sellerName: string
  buyerName: string
  form: RegistrationForm
  agencyName?: string | null
  agencyArea?: string | null
  clock: { startedAt?: string | null; amberAt?: string | null; dueAt?: string | null; colour?: ClockColour | null }
  submittedAt?: string | null
  acceptedAt?: string | null
  filings: number
  firstRegistrar?: string | null
  secondRegistrar?: string | null
  tests: RecognitionTest[]
  items: ReviewedItem[]
  contractAmountWords: string
  technicalAmountWords: string
  secondPersonNeeded: boolean
  corrections: { code: string; name: LocalText; note?: string | null }[]
  correctBy?: string | null
  reasonCode?: string | null
  reason?: string | null
  number?: string | null
  nationalNumber?: string | null
  verificationCode?: string | null
  registeredAt?: string | null
  ipRights: IpRight[]
  content: ContractContent
  documentSha256: string
  signatures: Signature[]
  may: Record<'fill' | 'submit' | 'take' | 'release' | 'review' | 'confirm' | 'sendBack' | 'refuse' | 'cancel' | 'requestReview' | 'decideReview', boolean>
  history: HistoryLine[]
}

export interface RegistrationRow {
  id: string
  contractId: string
  contractNumber: string
  title: string
  category: string
  state: RegistrationState
  counterparty: string
  selling: boolean
  agencyName?: string | null
  contractAmount: Money
  technicalAmount: Money
  submittedAt?: string | null
  dueAt?: string | null
  correctBy?: string | null
  number?: string | null
  registeredAt?: string | null
}

export interface QueueRow {
  id: string
  contractNumber: string
  title: string
  category: string
  state: RegistrationState
  sellerName: string
  buyerName: string
  agencyName?: string | null
  contractAmount: Money
  technicalAmount: Money
  submittedAt?: string | null
  amberAt?: string | null
  dueAt?: string | null
  colour?: ClockColour | null
  registrar?: string | null
  mine: boolean
  number?: string | null
}

export interface Queue extends Paged<QueueRow> {
  counts: Record<'submitted' | 'accepted' | 'firstReview' | 'secondReview' | 'returned' | 'reviewRequested' | 'amber' | 'red', number>
}

export interface VerifiedCertificate {
  number: string
  nationalNumber?: string | null
  status: 'REGISTERED' | 'CANCELLED'
  title: string
  category: string
  categoryName: LocalText
  sellerName: string
  buyerName: string
  contractAmount: Money
  contractAmountWords: string
  technicalAmount: Money
  technicalAmountWords: string
  signedOn: string
  registeredOn: string
  agencyName: string
  checkedAt: string
}

export interface Figure {
  count: number
  contractAmount: Money
  technicalAmount: Money
  lastYearCount: number
  lastYearAmount: Money
  growthRate?: number | null
  shareRate?: number | null
  average?: Money | null
}

export interface Cell { code: string; name: LocalText; figure: Figure }
export interface Flow { fromCode: string; from: LocalText; toCode: string; to: LocalText; count: number; contractAmount: Money }

export interface TurnoverView {
  areaCode: string
  areaName: LocalText
  year: number
  total: Figure
  flows: { sold: Figure; absorbed: Figure; local: Figure; net: Money }
  byMonth: Cell[]
  byCategoryCivilCode: Cell[]
  byCategoryR2001: Cell[]
  byField: Cell[]
  bySellerKind: Cell[]
  byBuyerKind: Cell[]
  bySellerArea: Cell[]
  byBuyerArea: Cell[]
  matrix: Flow[]
  target?: { amount: Money; progressRate: number; source: 'BUREAU' | 'PLAN' | 'PLAN_GROWTH'; basis: string } | null
}

export interface Turnover {
  turnover: TurnoverView
  published: { year: number; amount: Money; count?: number | null; note?: string | null; sourceUrl?: string | null }[]
  computedAt: string
}

export interface TurnoverFilter {
  year?: number
  area?: string
  month?: number
  category?: string
  field?: string
  sellerArea?: string
  buyerArea?: string
  sellerKind?: string
  buyerKind?: string
  flow?: 'SOLD' | 'ABSORBED' | 'LOCAL' | 'ALL'
}

export interface TurnoverRow {
  registrationId: string
  number: string
  title: string
  registeredOn: string
  category: string
  fieldCode: string
  sellerName: string
  sellerArea: string
  buyerName: string
  buyerArea: string
  contractAmount: Money
  technicalAmount: Money
}

export interface TurnoverRows extends Paged<TurnoverRow> { contractAmount: Money; technicalAmount: Money }
