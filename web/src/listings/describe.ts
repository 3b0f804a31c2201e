import { useI18n } from 'vue-i18n'
import { useMarket } from '@/app/market'
import { dateText } from '@/ui/dates'
import { moneyText } from '@/ui/money'
import type { FactRow, FactSection } from '@/ui/rows'
import type { Completer, Content, PublicText, Right } from './api'

type Text = PublicText & Partial<Pick<Content, 'title' | 'completers' | 'secrecy'>>

/** An achievement's text in words, in the sections of the form. The check page, the reviews and the public page share it. */
export function useAchievementWords() {
  const { t, locale } = useI18n()
  const { label, areaPath } = useMarket()
  const none = (text: string | null | undefined) => text ?? ''
  const day = (value: string | null | undefined) => (value ? dateText(value, locale.value) : '')
  const row = (field: string, text: string, more: Partial<FactRow> = {}): FactRow => ({ field, label: t(`listings.field.${field}`), text, ...more })
  const joined = (items: readonly string[]) => items.join(locale.value === 'en' ? ', ' : '、')

  function right(one: Right | PublicText['ipRights'][number]): string {
    return joined([
      label('ipType', one.kind), none(one.number), none(one.owner), one.status ? t(`listings.rightStatus.${one.status}`) : '',
      one.expiresOn ? t('listings.right.until', { day: day(one.expiresOn) }) : '',
    ].filter(Boolean))
  }

  const completer = (one: Completer) =>
    joined([`${one.order}. ${one.name}`, none(one.unit), one.shareRate === null ? '' : `${Math.round(one.shareRate * 10000) / 100}%`].filter(Boolean))

  function price(text: PublicText): string {
    if (text.expectedPrice) return moneyText(text.expectedPrice)
    return text.priceNegotiable ? t('listings.negotiable') : none(text.asStated?.price)
  }

  function maturity(text: PublicText): string {
    const stage = text.maturity ? label('maturity', text.maturity) : none(text.asStated?.maturity)
    return joined([stage, text.trl ? `TRL ${text.trl} ${label('trl', String(text.trl))}` : ''].filter(Boolean))
  }

  function sections(text: Text, whole: boolean): FactSection[] {
    const basics = [
      ...(text.title === undefined ? [] : [row('title', text.title)]),
      row('keywords', joined(text.keywords)),
      row('fieldCode', label('techField', text.fieldCode)),
      row('form', label('achievementForm', text.form)),
      row('attribute', text.attribute ? t(`listings.attribute.${text.attribute}`) : ''),
      row('maturity', maturity(text)),
      row('areaCode', areaPath(text.areaCode) || none(text.asStated?.region)),
      row('holderUnits', joined(text.holderUnits)),
      row('planCode', joined([label('planType', text.planCode), none(text.planProject)].filter(Boolean))),
      row('industryCode', label('industry', text.industryCode)),
    ]
    const rights = [
      row('ipRights', text.ipRights.length ? text.ipRights.map(right).join('\n') : none(text.asStated?.ip), { long: true }),
      ...(text.completers ? [row('completers', text.completers.map(completer).join('\n'), { long: true })] : []),
    ]
    const words = (['publicSummary', 'problemSolved', 'application', 'indicators', 'benefits'] as const).map((field) => row(field, none(text[field]), { long: true }))
    const secrecy = text.secrecy
      ? [
          row('secrecyLevel', t(`listings.secrecyLevel.${text.secrecy.level}`)),
          row('keyCoreTechnology', t(text.secrecy.keyCoreTechnology ? 'listings.yes' : 'listings.no')),
          row('declared', t(text.secrecy.declared ? 'listings.declared' : 'listings.notDeclared')),
          row('approval', joined([none(text.secrecy.approvalAuthority), none(text.secrecy.approvalNumber), day(text.secrecy.approvedOn)].filter(Boolean))),
        ]
      : []
    const terms = [
      row('transferWays', joined(text.transferWays.map((way) => label('transferWay', way)))),
      row('pricingMode', label('pricingMode', text.pricingMode)),
      row('expectedPrice', price(text), { money: text.expectedPrice }),
    ]
    const filled = (rows: FactRow[]) => (whole ? rows : rows.filter((one) => one.text !== ''))
    return [
      { key: 'basics', title: t('listings.step.basics'), rows: filled(basics) },
      { key: 'rights', title: t('listings.step.rights'), rows: filled(rights) },
      { key: 'public', title: t('listings.step.public'), rows: filled(words) },
      { key: 'confidential', title: t('listings.step.confidential'), rows: filled(secrecy) },
      { key: 'terms', title: t('listings.step.terms'), rows: filled(terms) },
    ].filter((section) => section.rows.length > 0)
  }

  return { sections, price, maturity, right }
}

/** Which step of the form a field stands on. */
export function stepOf(field: string): StepName {
  if (/^(ipRights|completers)/.test(field)) return 'rights'
  if (/^(publicSummary|problemSolved|application|indicators|benefits)/.test(field)) return 'public'
  if (field.startsWith('secrecy')) return 'confidential'
  if (/^(transferWays|pricingMode|expectedPrice)/.test(field)) return 'terms'
  return 'basics'
}

export const steps = ['basics', 'rights', 'public', 'confidential', 'terms', 'check'] as const
export type StepName = (typeof steps)[number]
