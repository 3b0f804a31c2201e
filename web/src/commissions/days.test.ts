import { describe, expect, it } from 'vitest'
import { beijingDay, monthStart } from './days'

describe('days', () => {
  it('are those of China', () => {
    expect(beijingDay(0, Date.parse('2026-03-01T16:30:00Z'))).toBe('2026-03-02')
  })

  it('go back by months and stay in them', () => {
    expect(beijingDay(1, Date.parse('2026-03-31T02:00:00Z'))).toBe('2026-02-28')
    expect(beijingDay(3, Date.parse('2026-02-10T02:00:00Z'))).toBe('2025-11-10')
    expect(monthStart('2026-03-31')).toBe('2026-03-01')
  })
})
