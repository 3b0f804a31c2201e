import { describe, expect, it } from 'vitest'
import { countdownKey, remaining, urgency } from './countdown'
import { dateText } from './dates'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('a countdown', () => {
  it('says the two largest units', () => {
    expect(remaining(3 * day + 4 * hour + 59 * minute, 0)).toEqual({ over: false, days: 3, hours: 4, minutes: 59, seconds: 0 })
    expect(countdownKey(remaining(3 * day, 0))).toBe('days')
    expect(countdownKey(remaining(3 * hour, 0))).toBe('hours')
    expect(countdownKey(remaining(90_000, 0))).toBe('minutes')
  })

  it('is over at its very end and then counts what is overdue', () => {
    expect(remaining(1000, 999).over).toBe(false)
    expect(remaining(1000, 1000).over).toBe(true)
    expect(remaining(0, 2 * day + hour)).toMatchObject({ over: true, days: 2, hours: 1 })
  })

  it('turns amber at 70 % of its time and red at the end', () => {
    expect(urgency(0, 100 * hour, 69 * hour)).toBe('calm')
    expect(urgency(0, 100 * hour, 70 * hour)).toBe('soon')
    expect(urgency(0, 100 * hour, 100 * hour)).toBe('over')
  })

  it('without a beginning turns amber a day before the end', () => {
    expect(urgency(undefined, 3 * day, day)).toBe('calm')
    expect(urgency(undefined, 3 * day, 2 * day)).toBe('soon')
  })
})

describe('a date', () => {
  it('is shown in Beijing time whatever the browser says', () => {
    expect(dateText('2026-11-22T07:04:05Z', 'zh')).toBe('2026年11月22日 15:04')
    expect(dateText('2026-11-22T16:00:00Z', 'zh')).toBe('2026年11月23日 00:00')
    expect(dateText('2026-11-22T07:04:05Z', 'en')).toBe('22 November 2026, 15:04')
    expect(dateText('2026-11-22T07:04:05Z', 'zh', 'second')).toBe('2026年11月22日 15:04:05')
    expect(dateText('2026-11-22T16:00:00Z', 'zh', 'day')).toBe('2026年11月23日')
  })

  it('without a time stays that day', () => {
    expect(dateText('2026-01-05', 'zh')).toBe('2026年1月5日')
    expect(dateText('2026-01-05', 'en')).toBe('5 January 2026')
  })

  it('that cannot be read is shown as it came', () => expect(dateText('soon', 'zh')).toBe('soon'))
})
