import { i18n } from '@/app/i18n'
import { isRecord, type ProblemError } from '@/app/problem'
import { dateText } from './dates'
import { moneyText } from './money'

/** A fact of a problem as words: money with its currency, moments as dates, lists joined. */
export function factText(value: unknown): string {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}(T|$)/.test(value) ? dateText(value, i18n.global.locale.value) : value
  if (isRecord(value) && typeof value.amount === 'string' && typeof value.currency === 'string') {
    return moneyText({ amount: value.amount, currency: value.currency })
  }
  if (Array.isArray(value)) return value.map(factText).join(i18n.global.locale.value === 'en' ? ', ' : '、')
  return value === null || value === undefined ? '' : String(value)
}

/** The page's own words for a problem's code, else for its status, else the server's title. */
export function problemText(problem: ProblemError): string {
  const { t, te } = i18n.global
  const key = `problems.${problem.code}`
  if (te(key)) return t(key, Object.fromEntries(Object.entries(problem.facts).map(([name, value]) => [name, factText(value)])))
  const byStatus = `problems.http/${problem.status}`
  if (problem.title === '' || problem.code.startsWith('http/')) return te(byStatus) ? t(byStatus) : t('problems.app/unexpected')
  return problem.title
}
