import { isAmount, type Money } from '@/ui/money'
import { hasRoyalty } from '../milestones'
import { isLicence, isPercent, isPrice } from '../offerForm'
import { auctionChecks, auctionFormOf, emptyAuction, planOf, type AuctionFormState } from '../auctions/form'
import type { BasisKind, BiddingMethod, Period, SaleMode, SaleOpening, SaleTerms } from './api'

export interface PaymentRow {
  title: string
  percent: string
  dueOn: string
}

/** The terms of a sale as they are being written: texts, so that nothing typed is lost or rounded. */
export interface SaleFormState {
  mode: SaleMode
  auction: AuctionFormState
  achievementId: string
  category: string
  licenceExclusivity: string
  paymentMode: string
  payments: PaymentRow[]
  royaltyPercent: string
  royaltyBase: string
  territory: string
  startsOn: string
  endsOn: string
  improvements: string
  other: string
  basePrice: string
  basisKind: BasisKind
  basisStatement: string
  appraisalId: string
  length: string
  deposit: string
  conditions: string[]
  documentsWanted: string[]
  contact: string
  notes: string
  method: BiddingMethod
  step: string
  leadMinutes: string
  freeMinutes: string
  timedMinutes: string
  extensionSeconds: string
  sealedMinutes: string
  ceilingPrice: string
  decrement: string
  intervalSeconds: string
  priorityMinutes: string
  priorities: { name: string; basis: string }[]
}

export const methods: readonly BiddingMethod[] = ['ENGLISH', 'SEALED_THEN_ENGLISH', 'SEALED', 'DUTCH']
export const ascends = (method: BiddingMethod) => method === 'ENGLISH' || method === 'SEALED_THEN_ENGLISH'
export const startsSealed = (method: BiddingMethod) => method === 'SEALED' || method === 'SEALED_THEN_ENGLISH'

export function emptyForm(): SaleFormState {
  return {
    mode: 'LISTING', auction: emptyAuction(), achievementId: '', category: '', licenceExclusivity: '', paymentMode: 'LUMP_SUM', payments: [], royaltyPercent: '', royaltyBase: '', territory: '', startsOn: '',
    endsOn: '', improvements: '', other: '', basePrice: '', basisKind: 'INQUIRY', basisStatement: '', appraisalId: '', length: '', deposit: '', conditions: [],
    documentsWanted: [], contact: '', notes: '', method: 'ENGLISH', step: '', leadMinutes: '1440', freeMinutes: '60', timedMinutes: '10', extensionSeconds: '300',
    sealedMinutes: '60', ceilingPrice: '', decrement: '', intervalSeconds: '60', priorityMinutes: '10', priorities: [],
  }
}

/** What was saved, to go on writing. */
export function formOf(achievementId: string, terms: SaleTerms, mode: SaleMode = 'LISTING'): SaleFormState {
  const { transfer, bidding } = terms
  return {
    ...emptyForm(), mode, auction: auctionFormOf(terms.auction), achievementId, category: transfer.category, licenceExclusivity: transfer.licenceExclusivity ?? '', paymentMode: transfer.paymentMode,
    payments: transfer.payments.map((row) => ({ title: row.title, percent: percentOf(row.rate), dueOn: row.dueOn ?? '' })),
    royaltyPercent: transfer.royaltyRate ? percentOf(transfer.royaltyRate) : '', royaltyBase: transfer.royaltyBase ?? '', territory: transfer.territory ?? '',
    startsOn: transfer.startsOn ?? '', endsOn: transfer.endsOn ?? '', improvements: transfer.improvements ?? '', other: transfer.other ?? '',
    basePrice: plain(terms.basePrice), basisKind: terms.basis.kind, basisStatement: terms.basis.statement, appraisalId: terms.basis.appraisalId ?? '',
    length: String(terms.length), deposit: plain(terms.deposit), conditions: [...terms.conditions], documentsWanted: [...terms.documentsWanted],
    contact: terms.contact, notes: terms.notes ?? '', method: bidding.method, step: bidding.steps[0] ? plain(bidding.steps[0].amount) : '',
    leadMinutes: String(bidding.leadMinutes), freeMinutes: String(bidding.freeMinutes), timedMinutes: String(bidding.timedMinutes),
    extensionSeconds: String(bidding.extensionSeconds), sealedMinutes: String(bidding.sealedMinutes),
    ceilingPrice: bidding.ceilingPrice ? plain(bidding.ceilingPrice) : '', decrement: bidding.decrement ? plain(bidding.decrement) : '',
    intervalSeconds: String(bidding.intervalSeconds || 60), priorityMinutes: String(bidding.priorityMinutes),
    priorities: terms.priorities.map((one) => ({ name: one.name, basis: one.basis })),
  }
}

/** What is sent; what the chosen category, mode of payment and bidding method do not have is left out. */
export function termsOf(form: SaleFormState): SaleTerms {
  const royalty = hasRoyalty(form.paymentMode)
  const [up, sealed, falls] = [ascends(form.method), startsSealed(form.method), form.method === 'DUTCH']
  return {
    transfer: {
      category: form.category, paymentMode: form.paymentMode,
      payments: form.payments.map((row) => ({ title: row.title.trim(), rate: fraction(row.percent), dueOn: row.dueOn || undefined })),
      licenceExclusivity: isLicence(form.category) ? form.licenceExclusivity : undefined,
      royaltyRate: royalty ? fraction(form.royaltyPercent) : undefined, royaltyBase: royalty ? form.royaltyBase : undefined,
      territory: text(form.territory), startsOn: form.startsOn || undefined, endsOn: form.endsOn || undefined, improvements: text(form.improvements),
      other: text(form.other),
    },
    basePrice: yuan(form.basePrice),
    basis: { kind: form.basisKind, statement: form.basisStatement.trim(), appraisalId: form.basisKind === 'APPRAISAL' ? form.appraisalId : undefined },
    length: Number(form.length), conditions: lines(form.conditions), documentsWanted: lines(form.documentsWanted), deposit: yuan(form.deposit),
    bidding: {
      method: form.method, steps: up ? [{ from: yuan(form.basePrice), amount: yuan(form.step) }] : [], leadMinutes: Number(form.leadMinutes),
      freeMinutes: up ? Number(form.freeMinutes) : 0, timedMinutes: up ? Number(form.timedMinutes) : 0, extensionSeconds: up ? Number(form.extensionSeconds) : 0,
      sealedMinutes: sealed ? Number(form.sealedMinutes) : 0, ceilingPrice: falls ? yuan(form.ceilingPrice) : undefined,
      decrement: falls ? yuan(form.decrement) : undefined, intervalSeconds: falls ? Number(form.intervalSeconds) : 0, priorityMinutes: Number(form.priorityMinutes),
    },
    priorities: form.priorities.map((one, at) => ({ rank: at + 1, name: one.name.trim(), basis: one.basis.trim() })),
    contact: form.contact.trim(), notes: text(form.notes), auction: form.mode === 'AUCTION' ? planOf(form.auction) : undefined,
  }
}

export const steps = ['subject', 'transfer', 'price', 'parties', 'auction', 'bidding', 'send'] as const
export type FormStep = (typeof steps)[number]

/** Only an auction has a step for its house. */
export const stepsOf = (mode: SaleMode): readonly FormStep[] => mode === 'AUCTION' ? steps : steps.filter((step) => step !== 'auction')

const fieldSteps: Record<string, FormStep> = {
  achievementId: 'subject', category: 'transfer', licenceExclusivity: 'transfer', payments: 'transfer', royalty: 'transfer', period: 'transfer', basePrice: 'price',
  basisStatement: 'price', appraisalId: 'price', length: 'price', deposit: 'price', conditions: 'parties', documentsWanted: 'parties', contact: 'parties',
  step: 'bidding', timed: 'bidding', sealedMinutes: 'bidding', falling: 'bidding', lead: 'bidding', priorities: 'bidding',
  houseName: 'auction', houseCode: 'auction', licence: 'auction', auctioneer: 'auction', viewing: 'auction', hasReserve: 'auction', reservePrice: 'auction',
  commissions: 'auction',
}

export const stepOf = (field: string): FormStep => fieldSteps[field] ?? 'send'

/** Rows for `useFormErrors().check`: what must hold, where, and the key of the message. */
export function checks(form: SaleFormState, rules: SaleOpening['rules']): readonly (readonly [unknown, string, string])[] {
  const [least, most] = depositRange(form.basePrice, rules)
  const sum = form.payments.reduce((all, row) => all + (isPercent(row.percent) || row.percent === '100' ? hundredths(row.percent) : Number.NaN), 0)
  const whole = (value: string, from: number) => /^\d{1,6}$/.test(value) && Number(value) >= from
  return [
    [form.achievementId, 'achievementId', 'achievementId'],
    [form.category, 'category', 'category'],
    [!isLicence(form.category) || form.licenceExclusivity, 'licenceExclusivity', 'licenceExclusivity'],
    [form.payments.length === 0 ? form.paymentMode === 'LUMP_SUM' : sum === 1_000_000 && form.payments.every((row) => row.title.trim()), 'payments', 'payments'],
    [!hasRoyalty(form.paymentMode) || (isPercent(form.royaltyPercent) && form.royaltyBase), 'royalty', 'royalty'],
    [!form.startsOn || !form.endsOn || form.startsOn <= form.endsOn, 'period', 'period'],
    [isPrice(form.basePrice, false), 'basePrice', 'basePrice'],
    [form.basisStatement.trim().length >= 5, 'basisStatement', 'basisStatement'],
    [form.basisKind !== 'APPRAISAL' || form.appraisalId, 'appraisalId', 'appraisalId'],
    [whole(form.length, shortestPeriod(form.basePrice, rules, form.mode)), 'length', 'length'],
    [isAmount(form.deposit) && least !== undefined && cents(form.deposit) >= least && cents(form.deposit) <= most!, 'deposit', 'deposit'],
    [form.contact.trim().length >= 2, 'contact', 'contact'],
    [!ascends(form.method) || isPrice(form.step, false), 'step', 'step'],
    [!ascends(form.method) || (whole(form.freeMinutes, 0) && whole(form.timedMinutes, 1) && Number(form.extensionSeconds) <= Number(form.timedMinutes) * 60), 'timed', 'timed'],
    [!startsSealed(form.method) || whole(form.sealedMinutes, 1), 'sealedMinutes', 'sealedMinutes'],
    [form.method !== 'DUTCH' || (isPrice(form.ceilingPrice, false) && isPrice(form.decrement, false) && whole(form.intervalSeconds, 1)
      && isAmount(form.basePrice) && cents(form.ceilingPrice) > cents(form.basePrice)), 'falling', 'falling'],
    [whole(form.leadMinutes, 1) && whole(form.priorityMinutes, 1), 'lead', 'lead'],
    [form.priorities.every((one) => one.name.trim() && one.basis.trim().length >= 2), 'priorities', 'priorities'],
    ...(form.mode === 'AUCTION' ? auctionChecks(form.auction, rules.auction, (price) => isPrice(price, false) && (!isAmount(form.basePrice) || cents(price) >= cents(form.basePrice))) : []),
  ]
}

/** What is sent of a reserve price: only what was typed now. */
export const reserveOf = (form: SaleFormState): Money | undefined =>
  form.mode === 'AUCTION' && form.auction.hasReserve && form.auction.reservePrice ? yuan(form.auction.reservePrice) : undefined

/** The unit an announcement is counted in. */
export const periodUnit = (rules: SaleOpening['rules'], mode: SaleMode): Period['unit'] => mode === 'AUCTION' ? rules.auction.notice.unit : rules.minPeriod.unit

/** The least length of the announcement at a price: an auction's notice; a listing's is longer for a state enterprise's dear assets. */
export function shortestPeriod(basePrice: string, rules: SaleOpening['rules'], mode: SaleMode = 'LISTING'): number {
  if (mode === 'AUCTION') return rules.auction.notice.value
  const tiers = isAmount(basePrice) ? rules.stateTiers.filter((tier) => cents(basePrice) > BigInt(tier.abovePrice) * 100n) : []
  return Math.max(rules.minPeriod.value, ...tiers.map((tier) => tier.minPeriod.value))
}

/** The deposit's limits in cents, rounded as the service rounds. */
export function depositRange(basePrice: string, rules: SaleOpening['rules']): [bigint | undefined, bigint | undefined] {
  if (!isAmount(basePrice)) return [undefined, undefined]
  const part = (rate: number) => (cents(basePrice) * BigInt(Math.round(rate * 10_000)) + 5_000n) / 10_000n
  return [part(rules.depositMinRate), part(rules.depositMaxRate)]
}

export function amountOf(value: bigint): Money {
  const digits = value.toString().padStart(3, '0')
  return yuan(`${digits.slice(0, -2)}.${digits.slice(-2)}`)
}

function cents(amount: string): bigint {
  const [whole, part = ''] = amount.split('.')
  return BigInt(whole!) * 100n + BigInt(part.padEnd(2, '0'))
}

/** A percentage in ten-thousandths, so that shares add up without binary fractions. */
function hundredths(percent: string): number {
  const [whole, part = ''] = percent.split('.')
  return Number(whole) * 10_000 + Number(part.padEnd(4, '0').slice(0, 4))
}

const fraction = (percent: string) => Number((Number(percent) / 100).toFixed(6))
const percentOf = (rate: number) => String(Number((rate * 100).toFixed(4)))
const yuan = (amount: string): Money => ({ amount, currency: 'CNY' })
const plain = (money: Money) => money.amount.replace(/\.00$/, '')
const text = (value: string) => value.trim() || undefined
const lines = (values: readonly string[]) => values.map((value) => value.trim()).filter(Boolean)
