import { isAmount, type Money } from '@/ui/money'
import type { BrokerInput, CommissionBase, EarnEvent, MandateDefaults, MandateForm, Organisation, Schedule } from './api'
import { basisPointsOf, percentText, rateOf, shareText } from './rates'

/** A proposal as a person fills it in: percentages and amounts as text. */
export interface ProposalForm {
  client?: Organisation
  form: MandateForm
  scope: string
  validFrom: string
  validUntil: string
  base: CommissionBase
  earnEvent: EarnEvent
  bands: { upTo: string; percent: string }[]
  minimum: string
  cap: string
  buyerPercent: string
  brokers: { broker?: Organisation; percent: string; lead: boolean }[]
}

export const earnEvents: EarnEvent[] = ['CONTRACT_SIGNED', 'CONTRACT_REGISTERED', 'PAYMENT_RECEIVED']

/** The bases that are known when the commission is earned. */
export function basesFor(earnEvent: EarnEvent): CommissionBase[] {
  if (earnEvent === 'CONTRACT_SIGNED') return ['CONTRACT_AMOUNT']
  return earnEvent === 'CONTRACT_REGISTERED' ? ['CONTRACT_AMOUNT', 'TECHNICAL_AMOUNT'] : ['CONTRACT_AMOUNT', 'TECHNICAL_AMOUNT', 'RECEIVED_AMOUNT']
}

export function formOf(defaults: MandateDefaults, self: Organisation): ProposalForm {
  const text = (percent: string) => percent.slice(0, -1)
  const { schedule } = defaults
  return {
    form: 'INTERMEDIARY', scope: '', validFrom: defaults.validFrom, validUntil: defaults.validUntil, base: schedule.base, earnEvent: defaults.earnEvent,
    bands: schedule.bands.map((band) => ({ upTo: band.upTo?.amount.replace(/\.00$/, '') ?? '', percent: text(percentText(band.rate)) })),
    minimum: schedule.minimum && schedule.minimum.amount !== '0.00' ? schedule.minimum.amount : '', cap: schedule.cap?.amount ?? '',
    buyerPercent: text(shareText(schedule.buyerShareBasisPoints)),
    brokers: [{ broker: self, percent: '100', lead: true }],
  }
}

const yuan = (amount: string): Money => ({ amount, currency: 'CNY' })
const optional = (amount: string): Money | null => (amount.trim() ? yuan(amount.trim()) : null)

/** The schedule that travels, or undefined while a field is no number. */
export function scheduleOf(form: ProposalForm): Schedule | undefined {
  const buyer = basisPointsOf(form.buyerPercent)
  const rates = form.bands.map((band) => rateOf(band.percent))
  const ends = form.bands.slice(0, -1).map((band) => band.upTo.trim())
  const limits = [form.minimum, form.cap].map((limit) => limit.trim()).filter(Boolean)
  if (buyer === undefined || rates.some((rate) => rate === undefined) || ![...ends, ...limits].every(isAmount)) return undefined
  return {
    base: form.base, buyerShareBasisPoints: buyer, minimum: optional(form.minimum), cap: optional(form.cap),
    bands: form.bands.map((_band, index) => ({ rate: rates[index]!, upTo: index < ends.length ? yuan(ends[index]!) : null })),
  }
}

/** The shares that travel, or undefined while one is missing. */
export function brokersOf(form: ProposalForm): BrokerInput[] | undefined {
  const rows = form.brokers.map((row) => ({ brokerId: row.broker?.id, basisPoints: basisPointsOf(row.percent), lead: row.lead }))
  return rows.every((row) => row.brokerId && row.basisPoints !== undefined) ? rows as BrokerInput[] : undefined
}

/** What is missing of the whole, in basis points; undefined while a share is no number. */
export function missingShare(form: ProposalForm): number | undefined {
  const points = form.brokers.map((row) => basisPointsOf(row.percent))
  return points.some((point) => point === undefined) ? undefined : 10_000 - points.reduce<number>((sum, point) => sum + point!, 0)
}
