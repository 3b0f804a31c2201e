import { describe, expect, it } from 'vitest'
import { figures, rateOf } from './inputs'

describe('inputs of the calculators', () => {
  it('reads figures however they are separated', () => {
    expect(figures('1000000 1500000.50，2000000、3')).toEqual([1_000_000, 1_500_000.5, 2_000_000, 3])
    expect(figures('')).toEqual([])
    expect(figures('1e6')).toBeUndefined()
    expect(figures('-5')).toBeUndefined()
  })

  it('reads percentages exactly', () => {
    expect(rateOf('5')).toBe(0.05)
    expect(rateOf('12.35')).toBe(0.1235)
    expect(rateOf('-10')).toBe(-0.1)
    expect(rateOf('zwölf')).toBeUndefined()
  })
})
