import { describe, expect, it } from 'vitest'
import { merge, type Messages } from './i18n'
import { parts as english } from './words.en'
import { parts as chinese } from './words.zh'

function keys(messages: Messages, before = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keys(value, `${before}${key} > `))
}

function placeholders(messages: Messages, before = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[before + key, [...new Set(value.match(/\{\w+\}/g) ?? [])].sort().join(' ')]]
      : placeholders(value, `${before}${key} > `))
}

describe('the words of the areas', () => {
  const areas = Object.keys(chinese)

  it('cover every area of the app', () => {
    expect(areas.length).toBeGreaterThanOrEqual(14)
    expect(Object.keys(english)).toEqual(areas)
  })

  it.each(areas)('%s has the same keys in Chinese and English', (area) => {
    expect(keys(english[area]!).sort()).toEqual(keys(chinese[area]!).sort())
  })

  it.each(areas)('%s uses the same values in Chinese and English', (area) => {
    expect(Object.fromEntries(placeholders(english[area]!))).toEqual(Object.fromEntries(placeholders(chinese[area]!)))
  })

  it('never say the same key twice in different areas', () => {
    const all = Object.values(chinese).flatMap((part) => keys(part))
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([])
  })

  it('merge branches that several areas fill', () => {
    expect(merge({ problems: { a: '1' } }, { problems: { b: '2' } })).toEqual({ problems: { a: '1', b: '2' } })
  })
})
