import { describe, expect, it } from 'vitest'
import { areas } from './areas'
import { elements } from './elements'
import { merge, type Messages } from './i18n'
import { parts } from './words.zh'

const templates = import.meta.glob<string>('../**/*.vue', { query: '?raw', import: 'default', eager: true })
const words = merge(...Object.values(parts))

function knows(key: string): boolean {
  let at: string | Messages | undefined = words
  for (const step of key.split('.')) at = typeof at === 'object' ? at[step] : undefined
  return typeof at === 'string'
}

const pascal = (tag: string) => tag.split('-').map((part) => part[0]!.toUpperCase() + part.slice(1)).join('')

describe('the pages of the areas', () => {
  const routes = areas.flatMap((area) => area.routes)
  const entries = areas.flatMap((area) => area.menu ?? [])

  it('use only Element Plus components that are registered', () => {
    expect(Object.keys(templates).length).toBeGreaterThan(20)
    const missing = Object.entries(templates).flatMap(([file, text]) =>
      [...text.matchAll(/<(el-[a-z-]+)/g)].map((match) => match[1]!).filter((tag) => !(pascal(tag) in elements)).map((tag) => `${file}: ${tag}`))
    expect(missing).toEqual([])
  })

  it('take their colours from the theme', () => {
    const own = Object.entries(templates).flatMap(([file, text]) =>
      [...text.matchAll(/<style[\s\S]*?<\/style>/g)].flatMap((style) => [...style[0].matchAll(/#[0-9a-f]{3,8}\b|\brgba?\(/gi)].map((hit) => `${file}: ${hit[0]}`)))
    expect(own).toEqual([])
  })

  it('have names and addresses that are used once', () => {
    const names = routes.map((route) => route.name)
    expect(names.every(Boolean)).toBe(true)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    const paths = routes.map((route) => route.path)
    expect(paths.filter((path, at) => paths.indexOf(path) !== at)).toEqual([])
  })

  it('have titles that exist', () => {
    expect(routes.map((route) => route.meta?.titleKey).filter((key) => key !== undefined && !knows(key))).toEqual([])
  })

  it('of the workbench are never open to everyone', () => {
    expect(routes.filter((route) => route.meta?.frame === 'workbench' && !route.meta.access).map((route) => route.path)).toEqual([])
  })

  it('are reached by menu entries with words and the access of their page', () => {
    expect(entries.length).toBeGreaterThan(0)
    for (const entry of entries) {
      const page = routes.find((route) => route.name === entry.route)
      expect(page, entry.route).toBeDefined()
      expect(page!.meta?.access, entry.route).toEqual(entry.access)
      expect(knows(entry.labelKey), entry.labelKey).toBe(true)
    }
  })
})
