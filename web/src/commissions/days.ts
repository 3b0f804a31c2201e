import { serverNow } from '@/app/market'

/** A day in China as it travels: `2026-03-02`; today, or so many months before. */
export function beijingDay(monthsBefore = 0, at: number = serverNow()): string {
  const [year = 0, month = 1, day = 1] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(at).split('-').map(Number)
  if (monthsBefore === 0) return text(year, month, day)
  const index = year * 12 + month - 1 - monthsBefore
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate()
  return text(Math.floor(index / 12), (index % 12) + 1, Math.min(day, last))
}

/** The first day of the month a day is in. */
export const monthStart = (day: string) => `${day.slice(0, 8)}01`

function text(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
