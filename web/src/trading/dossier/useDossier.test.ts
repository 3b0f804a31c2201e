import { effectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useDossier } from './useDossier'

const answers: { state: string, waitingFor: string[] }[] = []
const asked: [string, string][] = []

beforeEach(() => {
  vi.useFakeTimers()
  answers.length = asked.length = 0
  vi.stubGlobal('fetch', vi.fn(async (url: string, init: RequestInit) => {
    asked.push([init.method!, url])
    return new Response(JSON.stringify({ id: 'D', dealId: 'X', ...answers.shift()! }), { headers: { 'content-type': 'application/json' } })
  }))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('having a dossier made', () => {
  it('asks once under its own name and follows it until it is ready', async () => {
    answers.push({ state: 'COLLECTING', waitingFor: ['listings', 'contracts'] }, { state: 'COLLECTING', waitingFor: ['contracts'] }, { state: 'READY', waitingFor: [] })
    const scope = effectScope()
    const { make, percent } = scope.run(() => useDossier(() => 'X'))!
    const run = make.run()
    await vi.advanceTimersByTimeAsync(10)
    expect(percent.value).toBe(15)
    await vi.advanceTimersByTimeAsync(900)
    expect(percent.value).toBe(55)
    await vi.advanceTimersByTimeAsync(900)
    expect((await run)?.state).toBe('READY')
    expect(percent.value).toBe(100)
    expect(asked.map(([method]) => method)).toEqual(['PUT', 'GET', 'GET'])
    expect(asked[1]![1]).toBe('/api/trading/deals/X/dossiers/D')
    scope.stop()
  })

  it('ends when it was given up, and says for whom it waited', async () => {
    answers.push({ state: 'COLLECTING', waitingFor: ['contracts'] }, { state: 'ABANDONED', waitingFor: ['contracts'] })
    const scope = effectScope()
    const { make, current } = scope.run(() => useDossier(() => 'X'))!
    const run = make.run()
    await vi.advanceTimersByTimeAsync(1000)
    expect((await run)?.state).toBe('ABANDONED')
    expect(current.value?.waitingFor).toEqual(['contracts'])
    scope.stop()
  })

  it('stops asking when the page is left', async () => {
    answers.push({ state: 'COLLECTING', waitingFor: ['contracts'] })
    const scope = effectScope()
    void scope.run(() => useDossier(() => 'X'))!.make.run()
    await vi.advanceTimersByTimeAsync(10)
    scope.stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(asked).toHaveLength(1)
  })
})
