import { describe, expect, it } from 'vitest'
import english from './locale.en'
import chinese from './locale.zh'
import { statementNote } from './statementNote'
import { depositTone, escrowTone, milestoneTone, movementTone, payoutTone } from './tones'

describe('the report of a statement', () => {
  it('names the bill or payout a row was matched to as it is', () => {
    expect(statementNote({ outcome: 'MATCHED', note: 'JK00000012' })).toEqual({ text: 'JK00000012' })
  })

  it.each([
    ['QUEUED', 'PAYER_DIFFERS', 'payments.queueReason.PAYER_DIFFERS'],
    ['REFUSED', 'day', 'payments.rowError.day'],
  ] as const)('says in words why a row is %s', (outcome, note, key) => {
    expect(statementNote({ outcome, note })).toEqual({ key })
  })

  it('says nothing about a row that was taken before', () => {
    expect(statementNote({ outcome: 'KNOWN', note: null })).toEqual({})
  })
})

describe('the states of money', () => {
  it.each([['zh', chinese.payments], ['en', english.payments]] as const)('have words in %s', (_language, words) => {
    for (const [tones, names] of [
      [depositTone, words.depositState], [escrowTone, words.escrowState], [milestoneTone, words.milestoneState], [movementTone, words.movementState], [payoutTone, words.payoutState],
    ] as const) {
      expect(Object.keys(names).sort()).toEqual(Object.keys(tones).sort())
    }
  })
})
