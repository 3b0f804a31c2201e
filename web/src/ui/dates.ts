/** All clocks show Beijing time: deadlines are legal moments, not the browser's. */
const zone = 'Asia/Shanghai'

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
})
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

export type DatePrecision = 'day' | 'minute' | 'second'

/** `2026年11月22日 15:04` or `22 November 2026, 15:04`; a bare day (`2026-11-22`) has no time. */
export function dateText(value: string, language: string, precision: DatePrecision = 'minute'): string {
  const bare = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (bare) return day(bare[1]!, bare[2]!, bare[3]!, language)
  const moment = new Date(value)
  if (Number.isNaN(moment.getTime())) return value
  const found = Object.fromEntries(parts.formatToParts(moment).map((part) => [part.type, part.value]))
  const date = day(found.year!, found.month!, found.day!, language)
  if (precision === 'day') return date
  const time = `${found.hour}:${found.minute}${precision === 'second' ? `:${found.second}` : ''}`
  return language === 'en' ? `${date}, ${time}` : `${date} ${time}`
}

function day(year: string, month: string, date: string, language: string): string {
  return language === 'en'
    ? `${Number(date)} ${months[Number(month) - 1]} ${year}`
    : `${year}年${Number(month)}月${Number(date)}日`
}
