import { describe, expect, it } from 'vitest'
import { differenceTo, sameAmount, sumOf } from './amounts'

describe('amounts', () => {
  it('add up to the fen, beyond what a number can hold', () => {
    expect(sumOf(['0.1', '0.2'])).toBe('0.30')
    expect(sumOf(['99999999999999.99', '0.01'])).toBe('100000000000000.00')
    expect(sumOf([])).toBe('0.00')
  })

  it('have no sum while one is not an amount', () => {
    expect(sumOf(['1', ''])).toBeUndefined()
    expect(sumOf(['1.234'])).toBeUndefined()
  })

  it('say what is missing and what is too much', () => {
    expect(differenceTo('800000.00', '799999.99')).toBe('0.01')
    expect(differenceTo('1.00', '1.50')).toBe('-0.50')
    expect(sameAmount('1', '1.00')).toBe(true)
  })
})
