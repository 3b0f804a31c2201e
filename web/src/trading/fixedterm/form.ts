import { isAmount, type Money } from '@/ui/money'
import { isLicence, isPercent, isPrice } from '../offerForm'
import type { OfferKind, OfferTerms, PriceFormula, Trigger } from './api'

/** The terms of an offer as they are being written: texts, so that nothing typed is lost or rounded. */
export interface OfferFormState {
  achievementId: string
  kind: OfferKind
  category: string
  licenceExclusivity: string
  territory: string
  scope: string
  places: string
  validUntil: string
  periodMonths: string
  reportMonths: string
  priceKind: PriceFormula['kind']
  fee: string
  ratePercent: string
  entryFee: string
  minimum: string
  cap: string
  paymentWay: string
  contact: string
  notes: string
  freeMonths: string
  trigger: Trigger
  salesThreshold: string
  payWithinDays: string
  exitTerms: string
  guarantee: string
  priorityToBuy: string
  patentNumber: string
  declarationNumber: string
  evaluationReport: string
}

export type FormCheck = readonly [holds: boolean, field: string]

export const emptyForm = (): OfferFormState => ({
  achievementId: '', kind: 'TRY_THEN_PAY', category: '', licenceExclusivity: 'NON_EXCLUSIVE', territory: '', scope: '', places: '1', validUntil: '', periodMonths: '36',
  reportMonths: '3', priceKind: 'FIXED', fee: '', ratePercent: '', entryFee: '', minimum: '', cap: '', paymentWay: '', contact: '', notes: '', freeMonths: '12',
  trigger: 'TIME', salesThreshold: '', payWithinDays: '30', exitTerms: '', guarantee: '', priorityToBuy: '', patentNumber: '', declarationNumber: '', evaluationReport: '',
})

/** An offer that is being written anew. */
export function formOf(achievementId: string, kind: OfferKind, terms: OfferTerms): OfferFormState {
  const { price, trial, patent } = terms
  return {
    achievementId, kind, category: terms.category, licenceExclusivity: terms.licenceExclusivity ?? '', territory: terms.territory, scope: terms.scope,
    places: String(terms.places), validUntil: terms.validUntil, periodMonths: text(terms.periodMonths), reportMonths: text(terms.reportMonths), priceKind: price.kind,
    fee: plain(price.fee), ratePercent: price.rate ? String(Number((price.rate * 100).toFixed(4))) : '', entryFee: plain(price.entryFee), minimum: plain(price.minimum),
    cap: plain(price.cap), paymentWay: terms.paymentWay, contact: terms.contact, notes: terms.notes ?? '', freeMonths: text(trial?.freeMonths) || '12',
    trigger: trial?.trigger ?? 'TIME', salesThreshold: plain(trial?.salesThreshold), payWithinDays: text(trial?.payWithinDays) || '30', exitTerms: trial?.exitTerms ?? '',
    guarantee: trial?.guarantee ?? '', priorityToBuy: trial?.priorityToBuy ?? '', patentNumber: patent?.number ?? '', declarationNumber: patent?.declarationNumber ?? '',
    evaluationReport: patent?.evaluationReport ?? '',
  }
}

const open = (form: OfferFormState) => form.kind === 'OPEN_LICENSE'

/** A licence lasts some months and says what it excludes; an assignment does neither. */
export const licences = (form: OfferFormState) => open(form) || isLicence(form.category)

/** What nobody else gets has one taker. */
export const exclusive = (form: OfferFormState) => !open(form) && (!isLicence(form.category) || form.licenceExclusivity !== 'NON_EXCLUSIVE')

/** The formula as it is sent; undefined while it is not complete. */
export function priceOf(form: OfferFormState): PriceFormula | undefined {
  if (form.priceKind === 'FIXED') return isPrice(form.fee, false) ? { kind: 'FIXED', fee: yuan(form.fee) } : undefined
  const bounds = [form.entryFee, form.minimum, form.cap]
  if (!isPercent(form.ratePercent) || bounds.some((one) => one !== '' && !isPrice(one, false))) return undefined
  return {
    kind: 'ROYALTY', rate: Number((Number(form.ratePercent) / 100).toFixed(6)), entryFee: maybe(form.entryFee), minimum: maybe(form.minimum), cap: maybe(form.cap),
  }
}

/** What is sent; fields that the chosen kind does not have are left out. */
export function termsOf(form: OfferFormState): OfferTerms {
  const reports = !open(form) || form.priceKind === 'ROYALTY'
  return {
    category: open(form) ? 'XK08' : form.category, licenceExclusivity: open(form) ? 'NON_EXCLUSIVE' : licences(form) ? form.licenceExclusivity : undefined,
    territory: form.territory.trim(), scope: form.scope.trim(), places: exclusive(form) ? 1 : Number(form.places), validUntil: form.validUntil,
    price: priceOf(form)!, paymentWay: form.paymentWay.trim(), contact: form.contact.trim(), notes: form.notes.trim() || undefined,
    periodMonths: licences(form) ? Number(form.periodMonths) : undefined, reportMonths: reports ? Number(form.reportMonths) : undefined,
    trial: open(form) ? undefined : {
      freeMonths: Number(form.freeMonths), trigger: form.trigger, payWithinDays: Number(form.payWithinDays), exitTerms: form.exitTerms.trim(),
      salesThreshold: form.trigger === 'SALES' ? maybe(form.salesThreshold) : undefined, guarantee: form.guarantee.trim() || undefined,
      priorityToBuy: form.priorityToBuy.trim() || undefined,
    },
    patent: open(form) ? {
      number: form.patentNumber, declarationNumber: form.declarationNumber.trim(), evaluationReport: form.evaluationReport.trim() || undefined,
    } : undefined,
  }
}

/** What has to hold before the form is sent; the service has the last word. */
export function checks(form: OfferFormState): FormCheck[] {
  const rows: FormCheck[] = [
    [form.achievementId !== '', 'achievementId'], [open(form) || form.category !== '', 'category'],
    [!licences(form) || open(form) || form.licenceExclusivity !== '', 'licenceExclusivity'], [priceOf(form) !== undefined, 'price'],
    [form.territory.trim().length >= 2, 'territory'], [form.scope.trim().length >= 2, 'scope'], [exclusive(form) || whole(form.places, 1, 1000), 'places'],
    [form.validUntil !== '', 'validUntil'], [!licences(form) || whole(form.periodMonths, 1, 240), 'periodMonths'],
    [(open(form) && form.priceKind === 'FIXED') || whole(form.reportMonths, 1, 12), 'reportMonths'], [form.paymentWay.trim().length >= 2, 'paymentWay'],
    [form.contact.trim().length >= 2, 'contact'],
  ]
  if (open(form)) rows.push([form.patentNumber !== '', 'patentNumber'], [form.declarationNumber.trim().length >= 2, 'declarationNumber'])
  else {
    rows.push(
      [whole(form.freeMonths, 1, 60), 'freeMonths'], [whole(form.payWithinDays, 1, 365), 'payWithinDays'], [form.exitTerms.trim().length >= 2, 'exitTerms'],
      [form.trigger !== 'SALES' || form.salesThreshold === '' || isPrice(form.salesThreshold, false), 'salesThreshold'])
  }
  return rows
}

/** An amount of sales as typed: nothing sold is an answer too. */
export const isSales = (amount: string) => isAmount(amount)

export const yuan = (amount: string): Money => ({ amount, currency: 'CNY' })

const maybe = (amount: string) => (amount === '' ? undefined : yuan(amount))
const plain = (money?: Money | null) => money?.amount.replace(/\.00$/, '') ?? ''
const text = (value?: number | null) => (value ? String(value) : '')
const whole = (value: string, least: number, most: number) => /^\d{1,4}$/.test(value) && Number(value) >= least && Number(value) <= most
