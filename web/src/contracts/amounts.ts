import { isAmount, type Money } from '@/ui/money'

/** Adds amounts exactly, in fen; undefined while one of them is not an amount yet. */
export function sumOf(amounts: readonly string[]): string | undefined {
  let fen = 0n
  for (const amount of amounts) {
    const text = amount.trim()
    if (!isAmount(text)) return undefined
    const [whole, fraction = ''] = text.split('.')
    fen += BigInt(whole!) * 100n + BigInt(fraction.padEnd(2, '0'))
  }
  return textOf(fen)
}

/** What is missing to the whole; negative when there is too much. */
export function differenceTo(whole: string, part: string): string {
  return textOf(fenOf(whole) - fenOf(part))
}

export const sameAmount = (one: string, other: string) => fenOf(one) === fenOf(other)

export const yuan = (amount: string): Money => ({ amount: amount.trim(), currency: 'CNY' })

/** For drawing alone: a chart's axis wants numbers. */
export const plotted = (money: Money, divisor = 10_000) => Number(money.amount) / divisor

function fenOf(text: string): bigint {
  const negative = text.startsWith('-')
  const [whole, fraction = ''] = text.replace('-', '').split('.')
  const fen = BigInt(whole || '0') * 100n + BigInt(fraction.slice(0, 2).padEnd(2, '0'))
  return negative ? -fen : fen
}

function textOf(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
