import { expect, it } from 'vitest'
import { clockText } from './clock'

it('shows what is left to the second, rounded up so that zero means over', () => {
  expect([0, 1, 1000, 59_001, 60_000, 3_599_000, 3_600_000, 90_061_000, -5].map(clockText))
    .toEqual(['00:00', '00:01', '00:01', '01:00', '01:00', '59:59', '1:00:00', '25:01:01', '00:00'])
})
