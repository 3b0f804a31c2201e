/** An amount as it travels: an exact decimal in text, never a JavaScript number. */
export interface Money {
  amount: string
  currency: string
}

/** 元, 万元, 亿元; millions are what English says where Chinese says 亿. */
export type MoneyUnit = 'exact' | 'wan' | 'yi' | 'million'

const places: Record<Exclude<MoneyUnit, 'exact'>, number> = { wan: 4, million: 6, yi: 8 }

interface Decimal {
  negative: boolean
  whole: string
  fraction: string
}

function parse(text: string): Decimal | undefined {
  const match = /^\s*(-?)(\d+)(?:\.(\d*))?\s*$/.exec(text)
  if (!match) return undefined
  return { negative: match[1] === '-', whole: match[2]!.replace(/^0+(?=\d)/, ''), fraction: match[3] ?? '' }
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Moves the decimal point left and rounds half up to two places, on the digits themselves. */
function shifted(value: Decimal, by: number): string {
  const digits = (value.whole + value.fraction.padEnd(2, '0')).padStart(by + value.fraction.length + 1, '0')
  const scale = by + Math.max(value.fraction.length, 2)
  const drop = 10n ** BigInt(scale - 2)
  const cents = (BigInt(digits) + drop / 2n) / drop
  const text = cents.toString().padStart(3, '0')
  const fraction = text.slice(-2).replace(/0+$/, '')
  return grouped(text.slice(0, -2)) + (fraction ? `.${fraction}` : '')
}

/** `1250000.00` -> `1,250,000.00`; a text that is no decimal stays as it is. */
export function exactAmount(amount: string): string {
  const value = parse(amount)
  if (!value) return amount
  return `${value.negative ? '-' : ''}${grouped(value.whole)}.${value.fraction.padEnd(2, '0')}`
}

/** The amount in a large unit, at most two places, for lists and overviews. */
export function roundAmount(amount: string, unit: Exclude<MoneyUnit, 'exact'>): string {
  const value = parse(amount)
  if (!value) return amount
  return `${value.negative ? '-' : ''}${shifted(value, places[unit])}`
}

const signs: Record<string, string> = { CNY: '¥', USD: 'US$', EUR: '€', HKD: 'HK$', JPY: 'JP¥', GBP: '£' }

/** `¥1,250,000.00`: the exact amount with its currency, for texts and confirmations. */
export function moneyText(money: Money): string {
  return `${signs[money.currency] ?? `${money.currency} `}${exactAmount(money.amount)}`
}

/** Whether a text is an amount a form may send: digits, at most two places. */
export function isAmount(text: string): boolean {
  return /^\d{1,14}(\.\d{1,2})?$/.test(text)
}
