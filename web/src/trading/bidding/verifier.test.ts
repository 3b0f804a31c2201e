import { readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Judged { fault: string | null, faultAt: number | null, entries: number, number: string, outcome: string | null, winner: string | null, price: number | null, byPriority: boolean, hash: string }

const page = readFileSync(resolve(__dirname, '../../../public/verify-auction.html'), 'utf8')
const script = /<script id="verifier">([\s\S]*?)<\/script>/.exec(page)![1]!
const verify = new Function(`${script}; return verify`)() as (text: string) => Promise<Omit<Judged, 'price'> & { price: string | null }>
const folder = resolve(__dirname, '../../../../tests/Trading.Tests/Bidding/Vectors')
const names = readdirSync(folder).filter((name) => name.endsWith('.log.json')).map((name) => name.slice(0, -'.log.json'.length))
const logOf = (name: string) => readFileSync(resolve(folder, `${name}.log.json`), 'utf8')

describe('the verifier page', () => {
  it('has logs to look at, true and forged', () => {
    expect(names.length).toBeGreaterThanOrEqual(15)
    expect(names.filter((name) => name.startsWith('forged')).length).toBeGreaterThanOrEqual(8)
  })

  it.each(names)('says of %s what the replay command says', async (name) => {
    const judged = JSON.parse(readFileSync(resolve(folder, `${name}.judged.json`), 'utf8')) as Judged
    const { fault, faultAt, outcome, winner, price, byPriority, hash } = await verify(logOf(name))
    expect({ fault, faultAt, outcome, winner, price: price === null ? null : Number(price), byPriority, hash })
      .toEqual({ fault: judged.fault, faultAt: judged.faultAt, outcome: judged.outcome, winner: judged.winner, price: judged.price, byPriority: judged.byPriority, hash: judged.hash })
  })

  it('detects any changed byte', async () => {
    const bytes = new TextEncoder().encode(logOf('english'))
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice()
      changed[at] = bytes[at]! ^ 1
      let text: string
      try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(changed)
      } catch {
        continue
      }
      expect((await verify(text)).fault, `byte ${at}`).not.toBeNull()
    }
  })

  it('needs nothing but itself', () => {
    expect(page).not.toMatch(/https?:\/\/|src=|@import|fetch\(|XMLHttpRequest/)
  })
})
