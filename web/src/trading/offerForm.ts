import { isAmount, type Money } from '@/ui/money'
import type { Terms } from './api'
import { hasRoyalty } from './milestones'

export interface MilestoneRow {
  title: string
  amount: string
  dueOn: string
}

/** The offer as it is being written: texts, so that nothing typed is lost or rounded. */
export interface OfferForm {
  category: string
  licenceExclusivity: string
  price: string
  paymentMode: string
  royaltyPercent: string
  royaltyBase: string
  milestones: MilestoneRow[]
  territory: string
  startsOn: string
  endsOn: string
  improvements: string
  other: string
  expiresAt: string
}

export const isLicence = (category: string) => category.startsWith('XK')

/** A counter-offer starts from the version on the table. */
export function formOf(terms?: Terms): OfferForm {
  return {
    category: terms?.category ?? '',
    licenceExclusivity: terms?.licenceExclusivity ?? '',
    price: terms ? plain(terms.price) : '',
    paymentMode: terms?.paymentMode ?? 'LUMP_SUM',
    royaltyPercent: terms?.royaltyRate ? String(Number((terms.royaltyRate * 100).toFixed(4))) : '',
    royaltyBase: terms?.royaltyBase ?? '',
    milestones: (terms?.milestones ?? []).map((one) => ({ title: one.title, amount: plain(one.amount), dueOn: one.dueOn ?? '' })),
    territory: terms?.territory ?? '',
    startsOn: terms?.startsOn ?? '',
    endsOn: terms?.endsOn ?? '',
    improvements: terms?.improvements ?? '',
    other: terms?.other ?? '',
    expiresAt: '',
  }
}

/** What is sent; fields that the chosen category and mode of payment do not have are left out. */
export function termsOf(form: OfferForm): Terms {
  const royalty = hasRoyalty(form.paymentMode)
  return {
    category: form.category,
    licenceExclusivity: isLicence(form.category) ? form.licenceExclusivity : undefined,
    price: yuan(form.price),
    paymentMode: form.paymentMode,
    royaltyRate: royalty ? Number((Number(form.royaltyPercent) / 100).toFixed(6)) : undefined,
    royaltyBase: royalty ? form.royaltyBase : undefined,
    milestones: form.paymentMode === 'ROYALTY' ? [] : form.milestones.map((row) => ({
      title: row.title.trim(), amount: yuan(row.amount), dueOn: row.dueOn || undefined,
    })),
    territory: form.territory.trim() || undefined,
    startsOn: form.startsOn || undefined,
    endsOn: form.endsOn || undefined,
    improvements: form.improvements.trim() || undefined,
    other: form.other.trim() || undefined,
  }
}

export const isPercent = (text: string) => /^\d{1,2}(\.\d{1,4})?$/.test(text) && Number(text) > 0
export const isPrice = (text: string, mayBeZero: boolean) => isAmount(text) && (mayBeZero || /[1-9]/.test(text))

const yuan = (amount: string): Money => ({ amount, currency: 'CNY' })
const plain = (money: Money) => money.amount.replace(/\.00$/, '')
