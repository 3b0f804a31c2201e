import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Finding { fault: string, path: string | null }
interface Judged { findings: Finding[], contentHash: string | null, fingerprint: string | null }
interface Verdict { findings: Finding[], manifest: { contentHash: string } | null, fingerprint: string | null, files: { path: string, fault: string | null }[] }

const page = readFileSync(resolve(__dirname, '../../../public/verify-dossier.html'), 'utf8')
const script = /<script id="verifier">([\s\S]*?)<\/script>/.exec(page)![1]!
const { verify, sha256 } = new Function(`${script}; return { verify, sha256 }`)() as { verify: (zip: Uint8Array) => Verdict, sha256: (bytes: Uint8Array) => string }
const folder = resolve(__dirname, '../../../../tests/Trading.Tests/Dossiers/Vectors')
const names = readdirSync(folder).filter((name) => name.endsWith('.zip')).map((name) => name.slice(0, -'.zip'.length))
const zipOf = (name: string) => new Uint8Array(readFileSync(resolve(folder, `${name}.zip`)))

describe('the dossier verifier page', () => {
  it('has archives to look at, whole and forged', () => {
    expect(names).toContain('intact')
    expect(names.length).toBeGreaterThanOrEqual(11)
  })

  it.each(names)('says of %s what the command says', (name) => {
    const judged = JSON.parse(readFileSync(resolve(folder, `${name}.judged.json`), 'utf8')) as Judged
    const { findings, manifest, fingerprint } = verify(zipOf(name))
    expect({ findings, contentHash: manifest?.contentHash ?? null, fingerprint }).toEqual(judged)
  })

  it('detects any changed byte', () => {
    const whole = zipOf('intact')
    for (let at = 0; at < whole.length; at++) {
      for (const flip of [1, 0x80]) {
        const changed = whole.slice()
        changed[at]! ^= flip
        expect(verify(changed).findings, `byte ${at}`).not.toEqual([])
      }
    }
  })

  it('names the file a byte was changed in, and no other', () => {
    const whole = zipOf('intact')
    const text = new TextDecoder('latin1').decode(whole)
    const at = text.indexOf('GP-2026-000001')
    expect(at).toBeGreaterThan(0)
    const changed = whole.slice()
    changed[at]! ^= 1
    const verdict = verify(changed)
    expect(verdict.findings).toEqual([{ fault: 'CHANGED', path: '2-pricing/sale.json' }])
    expect(verdict.files.filter((f) => f.fault === null)).toHaveLength(4)
  })

  it('knows SHA-256 at every length around a block, and of much', () => {
    for (const length of [...Array.from({ length: 200 }, (_, i) => i), 1_000_003]) {
      const bytes = new Uint8Array(randomBytes(length))
      expect(sha256(bytes), String(length)).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
  })

  it('needs nothing but itself', () => {
    expect(page).not.toMatch(/https?:\/\/|src=|@import|fetch\(|XMLHttpRequest|subtle\./)
  })
})
