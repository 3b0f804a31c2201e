import { http, newId } from '@/app/http'
import type { Money } from '@/ui/money'

export type MandateForm = 'INTERMEDIARY' | 'COMMISSION_AGENT' | 'AGENT'
export type MandateStatus = 'PROPOSED' | 'AGREED' | 'DECLINED' | 'ENDED'
export type CommissionBase = 'CONTRACT_AMOUNT' | 'TECHNICAL_AMOUNT' | 'RECEIVED_AMOUNT'
export type EarnEvent = 'CONTRACT_SIGNED' | 'CONTRACT_REGISTERED' | 'PAYMENT_RECEIVED'
export type LeadStatus = 'RECORDED' | 'ACCEPTED' | 'DISPUTED'
export type CommissionStatus = 'PROPOSED' | 'AGREED' | 'LEAD_LOCKED' | 'EARNED' | 'DISPUTED' | 'RESOLVED' | 'PAID' | 'CANCELLED'
export type PayoutStatus = 'EARNED' | 'WITHHELD_CALCULATED' | 'INVOICED' | 'PAYABLE' | 'PAID'
export type EarnedBy = 'EFFECTIVE' | 'REGISTERED' | 'PAID'

export interface Page<T> { items: T[]; total: number; page: number; size: number }

export interface Band { rate: number; upTo?: Money | null }
export interface Schedule { base: CommissionBase; bands: Band[]; buyerShareBasisPoints: number; minimum?: Money | null; cap?: Money | null }
export interface BrokerInput { brokerId: string; basisPoints: number; lead: boolean }
export interface Organisation { id: string; name: string; kind: string; areaCode?: string | null }

export interface MandateItem {
  id: string; number: string; status: MandateStatus; form: MandateForm; clientId: string; clientName: string; leadBrokerId: string; leadBrokerName: string
  brokerCount: number; validFrom: string; validUntil: string; proposedAt: string; awaitsYou: boolean
}

export interface MandateBroker { brokerId: string; brokerName: string; individual: boolean; basisPoints: number; lead: boolean; acceptedAt?: string | null }

export interface Mandate {
  id: string; number: string; status: MandateStatus; clientId: string; clientName: string; form: MandateForm; scope?: string | null; schedule: Schedule
  earnEvent: EarnEvent; validFrom: string; validUntil: string; brokers: MandateBroker[]; proposedById: string; proposedAt: string
  clientAcceptedAt?: string | null; agreedAt?: string | null; closedAt?: string | null; closedById?: string | null; closeReason?: string | null
  warnRate: number; aboveUsualRate: boolean; mayAccept: boolean; mayDecline: boolean; mayEnd: boolean
}

export interface MandateDefaults {
  schedule: Schedule; earnEvent: EarnEvent; warnRate: number; validFrom: string; validUntil: string; leadValidityZh: string; leadValidityEn: string
}

export interface MandateProposal {
  id: string; clientId: string; form: MandateForm; schedule: Schedule; brokers: BrokerInput[]; validFrom: string; validUntil: string; earnEvent: EarnEvent
  scope?: string | null
}

/** A preview of a person's income tax; the payer's own deduction and the yearly settlement count. */
export interface WithheldTax { taxableBase: Money; rate: number; quickDeduction: Money; withheld: Money; net: Money }

export interface BandLine { from: Money; upTo?: Money | null; rate: number; amount: Money; commission: Money }

export interface Preview {
  commission: Money; buyerPays: Money; sellerPays: Money; lines: BandLine[]; minimumApplied: boolean; capApplied: boolean; effectiveRate: number
  warnRate: number; aboveUsualRate: boolean
  parts: {
    brokerId: string; brokerName?: string | null; individual: boolean; basisPoints: number; lead: boolean; amount: Money; fromBuyer: Money; fromSeller: Money
    withholding?: WithheldTax | null
  }[]
}

export interface LeadItem {
  id: string; number: string; status: LeadStatus; leadBrokerName: string; buyerId: string; buyerName: string; sellerId: string; sellerName: string
  achievementNumber: string; achievementTitle: string; doubleAgency: boolean; recordedAt: string; answerBy: string; protectedUntil: string; awaitsYou: boolean
}

export interface LeadAnswer { accepted: boolean; reason?: string | null; consentsToPay: boolean; consentsToDoubleAgency: boolean; at: string }

export interface Lead {
  id: string; number: string; status: LeadStatus; mandateId: string; mandateNumber: string; form: MandateForm; schedule: Schedule
  buyerId: string; buyerName: string; sellerId: string; sellerName: string; mandateClientId: string
  achievementId: string; achievementNumber: string; achievementTitle: string; demandId?: string | null; demandNumber?: string | null; demandTitle?: string | null
  doubleAgency: boolean; actsFor: { brokerId: string; brokerName: string; partyId: string; partyName: string; byThisMandate: boolean }[]
  recordedAt: string; answerBy: string; protectedUntil: string; recordText: string; recordHash: string
  buyerAnswer?: LeadAnswer | null; sellerAnswer?: LeadAnswer | null; binds: boolean
  dealNumber?: string | null; commissionNumber?: string | null; commissionId?: string | null
  mayAccept: boolean; mayDispute: boolean; youPay: boolean; needsConsentToPay: boolean
}

export interface LeadDraft {
  achievement: { id: string; number: string; title: string; ownerId: string; ownerName: string; open: boolean }
  mandates: {
    id: string; number: string; clientId: string; clientName: string; namesOtherParty: boolean; alreadyRecordedAt?: string | null
    demands: { id: string; number: string; title: string }[]
  }[]
}

export interface Claim {
  id: string; leadId: string; leadNumber: string; dealNumber: string; title: string; sellerName: string; buyerName: string
  ground: 'SAME_ACHIEVEMENT' | 'OTHER_ACHIEVEMENT'; dealConcludedAt: string; flaggedAt: string
}

export interface CommissionItem {
  id: string; number: string; status: CommissionStatus; dealNumber: string; contractNumber?: string | null; title: string; buyerName: string; sellerName: string
  dealPrice: Money; earned: Money; paid: Money; yourPart?: Money | null; createdAt: string
}

export interface Payout {
  id: string; brokerId: string; brokerName: string; individual: boolean; basisPoints: number; payerId: string; payerName: string; amount: Money
  status: PayoutStatus; withholding?: WithheldTax | null; invoiceNumber?: string | null; invoicedOn?: string | null; payableAt?: string | null
  bankReference?: string | null; paidOn?: string | null; mayInvoice: boolean; mayPay: boolean
}

export interface Earning {
  id: string; kind: EarnedBy; basis: Money; contractAmount: Money; received?: Money | null; amount: Money; earnedAt: string; bookedAt: string
  lines: BandLine[]; payouts: Payout[]
}

export interface Commission {
  id: string; number: string; status: CommissionStatus; dealId: string; dealNumber: string; contractId?: string | null; contractNumber?: string | null
  title: string; leadId: string; leadNumber: string; mandateId: string; mandateNumber: string; buyerId: string; buyerName: string; sellerId: string; sellerName: string
  dealPrice: Money; schedule: Schedule; earnEvent: EarnEvent; buyerShareBasisPoints: number
  brokers: { brokerId: string; brokerName: string; individual: boolean; basisPoints: number; lead: boolean; earned: Money; paid: Money }[]
  earned: Money; paid: Money; fullyEarned: boolean; warnRate: number; aboveUsualRate: boolean; needsHandInForeignCurrency: boolean
  disputeReason?: string | null; disputedById?: string | null; disputedAt?: string | null; resolution?: string | null; resolvedAt?: string | null
  createdAt: string; lockedAt?: string | null; earnings: Earning[]; mayDispute: boolean; mayResolve: boolean
}

export interface PayoutItem extends Omit<Payout, 'brokerId' | 'basisPoints' | 'payerId' | 'mayInvoice'> {
  commissionId: string; commissionNumber: string; dealNumber: string; contractNumber?: string | null; title: string; disputed: boolean; earnedAt: string
}

export interface StatementRow {
  commissionId: string; commissionNumber: string; dealNumber: string; contractNumber?: string | null; title: string; kind: EarnedBy; payerName: string
  basisPoints: number; amount: Money; withholding?: WithheldTax | null; status: PayoutStatus; invoiceNumber?: string | null; bookedOn: string
  earnedInPeriod: boolean; paidOn?: string | null; paymentBookedOn?: string | null; bankReference?: string | null; paidInPeriod: boolean
}

export interface Statement {
  brokerId: string; brokerName: string; individual: boolean; from: string; to: string; opening: Money; earned: Money; paid: Money; closing: Money
  withheldPreview?: Money | null; rows: StatementRow[]; madeAt: string
}

type ListQuery = Record<string, string | number | boolean | undefined>
const base = '/api/commissions'

export const findOrganisations = (side: 'client' | 'broker', q: string, signal?: AbortSignal) =>
  http.get<{ items: Organisation[] }>(`${base}/organisations`, { query: { side, q }, signal })

export const mandateDefaults = (signal?: AbortSignal) => http.get<MandateDefaults>(`${base}/mandate-defaults`, { signal })
export const previewCommission = (schedule: Schedule, amount: Money, brokers: BrokerInput[], signal?: AbortSignal) =>
  http.post<Preview>(`${base}/previews`, { schedule, amount, brokers }, { signal })
export const listMandates = (query: ListQuery, signal?: AbortSignal) => http.get<Page<MandateItem>>(`${base}/mandates`, { query, signal })
export const getMandate = (id: string, signal?: AbortSignal) => http.get<Mandate>(`${base}/mandates/${id}`, { signal })
export const proposeMandate = (proposal: MandateProposal) => http.post<Mandate>(`${base}/mandates`, proposal)
export const acceptMandate = (id: string) => http.post<Mandate>(`${base}/mandates/${id}/accept`)
export const declineMandate = (id: string, reason: string) => http.post<Mandate>(`${base}/mandates/${id}/decline`, { reason })
export const endMandate = (id: string, reason: string) => http.post<Mandate>(`${base}/mandates/${id}/end`, { reason })

export const prepareLead = (achievementId: string, signal?: AbortSignal) => http.get<LeadDraft>(`${base}/lead-drafts/${achievementId}`, { signal })
export const listLeads = (query: ListQuery, signal?: AbortSignal) => http.get<Page<LeadItem>>(`${base}/leads`, { query, signal })
export const getLead = (id: string, signal?: AbortSignal) => http.get<Lead>(`${base}/leads/${id}`, { signal })
export const recordLead = (lead: { id: string; mandateId: string; achievementId: string; demandId?: string; introducedToId?: string }) =>
  http.post<Lead>(`${base}/leads`, lead)
export const acceptLead = (id: string, consents: { consentsToPay: boolean; consentsToDoubleAgency: boolean }) =>
  http.post<Lead>(`${base}/leads/${id}/accept`, consents)
export const disputeLead = (id: string, reason: string) => http.post<Lead>(`${base}/leads/${id}/dispute`, { reason })
export const listClaims = (query: ListQuery, signal?: AbortSignal) => http.get<Page<Claim>>(`${base}/claims`, { query, signal })

export const listCommissions = (query: ListQuery, signal?: AbortSignal) => http.get<Page<CommissionItem>>(`${base}/commissions`, { query, signal })
export const getCommission = (id: string, signal?: AbortSignal) => http.get<Commission>(`${base}/commissions/${id}`, { signal })
export const disputeCommission = (id: string, reason: string) => http.post<Commission>(`${base}/commissions/${id}/dispute`, { reason })
export const resolveDispute = (id: string, resolution: string) => http.post<Commission>(`${base}/commissions/${id}/resolve`, { resolution })
export const listPayouts = (query: ListQuery, signal?: AbortSignal) =>
  http.get<Page<PayoutItem> & { totalAmount: Money }>(`${base}/payouts`, { query, signal })
export const noteInvoice = (id: string, invoice: { invoiceNumber: string; invoicedOn: string }) => http.put<Payout>(`${base}/payouts/${id}/invoice`, invoice)
export const markPaid = (id: string, payment: { amount: Money; bankReference: string; paidOn: string }) =>
  http.put<Payout>(`${base}/payouts/${id}/payment`, payment)

export type StatementForm = 'html' | 'pdf' | 'xlsx'
const statementAddress = (brokerId: string, from: string, to: string, form?: StatementForm, lang?: string) =>
  `${base}/brokers/${brokerId}/statement${form ? `.${form}` : ''}?from=${from}&to=${to}${lang ? `&lang=${lang}` : ''}`
export const getStatement = (brokerId: string, from: string, to: string, signal?: AbortSignal) =>
  http.get<Statement>(statementAddress(brokerId, from, to), { signal })
export const downloadStatement = (brokerId: string, from: string, to: string, form: StatementForm, lang: string) =>
  http.download(statementAddress(brokerId, from, to, form, lang))
export const statementPage = (brokerId: string, from: string, to: string, lang: string) => statementAddress(brokerId, from, to, 'html', lang)

export { newId }
