import { useI18n } from 'vue-i18n'
import { useMarket } from '@/app/market'
import { dateText } from '@/ui/dates'
import { moneyText } from '@/ui/money'
import type { FactRow, FactSection } from '@/ui/rows'
import type { Content, PublicText } from './api'

type Text = PublicText & Partial<Pick<Content, 'title' | 'validUntil' | 'visibility'>>

/** A need's text in words, in the sections of the form. The check page, the review and the public page share it. */
export function useDemandWords() {
  const { t, locale } = useI18n()
  const { label, areaPath } = useMarket()
  const none = (text: string | null | undefined) => text ?? ''
  const joined = (items: readonly string[]) => items.join(locale.value === 'en' ? ', ' : '、')
  const row = (field: string, text: string, more: Partial<FactRow> = {}): FactRow => ({ field, label: t(`demands.field.${field}`), text, ...more })

  function budget(text: PublicText): string {
    if (text.budget) return moneyText(text.budget)
    return text.budgetNegotiable ? t('demands.negotiable') : none(text.asStated?.budget)
  }

  function sections(text: Text, whole: boolean): FactSection[] {
    const basics = [
      ...(text.title === undefined ? [] : [row('title', text.title)]),
      row('type', label('demandType', text.type)),
      row('keywords', joined(text.keywords)),
      row('fieldCode', label('techField', text.fieldCode)),
      row('industryCode', label('industry', text.industryCode)),
      row('size', text.size ? t(`demands.size.${text.size}`) : ''),
      row('areaCode', areaPath(text.areaCode) || none(text.asStated?.region)),
    ]
    const need = (['description', 'background', 'indicators', 'presentBase'] as const).map((field) => row(field, none(text[field]), { long: true }))
    const terms = [
      row('cooperationWays', joined(text.cooperationWays.map((way) => label('transferWay', way)))),
      row('budget', budget(text), { money: text.budget }),
      row('wantedMaturity', text.wantedMaturity ? `TRL ${text.wantedMaturity} ${label('trl', String(text.wantedMaturity))}` : ''),
      row('periodMonths', text.periodMonths ? t('demands.months', { count: text.periodMonths }) : ''),
      row('ipOwnership', text.ipOwnership ? t(`demands.ipOwnership.${text.ipOwnership}`) : ''),
      row('wantedPartner', none(text.wantedPartner), { long: true }),
      ...(text.validUntil === undefined ? [] : [row('validUntil', text.validUntil ? dateText(text.validUntil, locale.value) : '')]),
      ...(text.visibility === undefined ? [] : [row('visibility', t(`demands.visibility.${text.visibility}`))]),
    ]
    const filled = (rows: FactRow[]) => (whole ? rows : rows.filter((one) => one.text !== ''))
    return [
      { key: 'basics', title: t('demands.step.basics'), rows: filled(basics) },
      { key: 'need', title: t('demands.step.need'), rows: filled(need) },
      { key: 'terms', title: t('demands.step.terms'), rows: filled(terms) },
    ].filter((section) => section.rows.length > 0)
  }

  return { sections, budget }
}

export const steps = ['basics', 'need', 'terms', 'check'] as const
export type StepName = (typeof steps)[number]

/** Which step of the form a field stands on. */
export function stepOf(field: string): StepName {
  if (/^(description|background|indicators|presentBase)/.test(field)) return 'need'
  return /^(cooperationWays|budget|wantedMaturity|periodMonths|ipOwnership|wantedPartner|validUntil|visibility)/.test(field) ? 'terms' : 'basics'
}
