import { describe, expect, it } from 'vitest'
import { exactAmount, isAmount, moneyText, roundAmount } from './money'

describe('an exact amount', () => {
  it.each([
    ['0', '0.00'], ['0.5', '0.50'], ['110.00', '110.00'], ['1250000.00', '1,250,000.00'], ['-1234.5', '-1,234.50'],
    ['00012.30', '12.30'], ['99999999999999999999.99', '99,999,999,999,999,999,999.99'], ['面议', '面议'],
  ])('%s reads %s', (amount, text) => expect(exactAmount(amount)).toBe(text))
})

describe('an amount in 万 or 亿', () => {
  it.each([
    ['1250000.00', '125'], ['12500.00', '1.25'], ['12345.67', '1.23'], ['12350.00', '1.24'], ['49.99', '0'], ['50.00', '0.01'],
    ['123456789012.34', '12,345,678.9'], ['0.00', '0'], ['-12500.00', '-1.25'], ['9007199254740993000', '900,719,925,474,099.3'],
  ])('%s is %s 万', (amount, text) => expect(roundAmount(amount, 'wan')).toBe(text))

  it.each([['1864300000.00', '18.64'], ['3000000000', '30'], ['499999.99', '0'], ['995000000.00', '9.95']])('%s is %s 亿', (amount, text) =>
    expect(roundAmount(amount, 'yi')).toBe(text))

  it('can be read in millions', () => expect(roundAmount('1864300000.00', 'million')).toBe('1,864.3'))

  it('leaves a text that is no amount alone', () => expect(roundAmount('1e5', 'wan')).toBe('1e5'))
})

describe('money in a sentence', () => {
  it('has the sign of its currency, or its code', () => {
    expect(moneyText({ amount: '1250000.00', currency: 'CNY' })).toBe('¥1,250,000.00')
    expect(moneyText({ amount: '5', currency: 'CHF' })).toBe('CHF 5.00')
  })
})

describe('an amount typed into a form', () => {
  it.each(['0', '10', '10.5', '10.55'])('%s may be sent', (text) => expect(isAmount(text)).toBe(true))
  it.each(['', '-1', '1.', '.5', '1.234', '1,000', '1e3', '１２'])('%s may not', (text) => expect(isAmount(text)).toBe(false))
})
