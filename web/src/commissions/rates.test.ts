import { describe, expect, it } from 'vitest'
import { basisPointsOf, percentText, rateOf, shareText, shift } from './rates'

describe('rates and shares', () => {
  it.each([['3.25', -2, '0.0325'], ['0.05', 2, '5'], ['3333', -2, '33.33'], ['5', 2, '500'], ['0', -2, '0'], ['0.5', -2, '0.005']])(
    'move the point of %s by %i', (text, places, moved) => {
      expect(shift(text, places)).toBe(moved)
    })

  it('are read and written as percentages', () => {
    expect([0.05, 0.0325, 0.01, 0].map(percentText)).toEqual(['5%', '3.25%', '1%', '0%'])
    expect([10_000, 3333, 5, 0].map(shareText)).toEqual(['100%', '33.33%', '0.05%', '0%'])
  })

  it('take what people write', () => {
    expect(['5', '3.25', '0.5', '100'].map(rateOf)).toEqual([0.05, 0.0325, 0.005, 1])
    expect(['50', '33.33', '100', '0'].map(basisPointsOf)).toEqual([5000, 3333, 10_000, 0])
  })

  it('refuse what is no percentage', () => {
    expect(['', '-1', '101', 'x', '1,5', '5%'].map(rateOf)).toEqual(Array(6).fill(undefined))
    expect(['', '100.01', '33.333'].map(basisPointsOf)).toEqual(Array(3).fill(undefined))
  })
})
